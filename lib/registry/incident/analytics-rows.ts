import type { Actor } from "@/lib/core/access";
import { acknowledgedAfterMs, resolvedAfterMs } from "@/lib/core/incident/analytics";
import { attributionsOf, declaredWithin } from "@/lib/core/incident/comparison";
import type { AnyIncidentState, Severity } from "@/lib/core/incident/model";
import type { DeadlineStanding } from "@/lib/core/incident/timeliness";
import { USUAL_PERIOD } from "@/lib/core/period";
import { currentIncidentPolicy } from "../incident-policy/current";
import { requirePeriod } from "../period";
import { postmortemsOf } from "../postmortem/judged";
import { read } from "../read";
import type { AnalyticsRequest } from "./analytics";
import { observe } from "./observe";

/** One incident as the analytics count it. Durations in milliseconds; null: it has none (yet). */
export type AnalyticsRow = {
  id: string;
  reference: string;
  title: string;
  severity: Severity;
  state: AnyIncidentState;
  services: string[];
  declaredAt: string;
  detectedAt: string;
  resolvedAt: string | null;
  acknowledgedAfterMs: number | null;
  resolvedAfterMs: number | null;
  causeReleaseId: string | null;
  causeBasis: "explicit" | "window" | null;
  /** Null: its policy asks for no postmortem, or it is open. */
  postmortemPublished: DeadlineStanding | null;
  postmortemCompleted: DeadlineStanding | null;
};

/** The incidents that the analytics of a period are made of, the first one first. */
export async function analyticsRows(
  actor: Actor,
  { period: asked = USUAL_PERIOD, ...filter }: AnalyticsRequest,
): Promise<AnalyticsRow[]> {
  return read(actor, async (tx, now) => {
    const period = requirePeriod(asked, now);
    const { policy } = await currentIncidentPolicy(tx, actor.tenantId);
    const windowHours = policy.attributionWindowHours;
    const observed = await observe(tx, actor.tenantId, { period, filter, windowHours });
    const incidents = declaredWithin(observed.incidents, period);
    const postmortems = await postmortemsOf(tx, actor.tenantId, { incidents, policy, now });
    const deadlines = new Map(postmortems.map((each) => [each.incidentId, each.deadlines]));
    const found = attributionsOf({ ...observed, incidents });
    const causes = new Map(found.map(({ incident, attribution }) => [incident.id, attribution]));
    return incidents.map((row) => ({
      ...{ id: row.id, reference: row.reference, title: row.title, severity: row.severity, state: row.state },
      services: [...row.services],
      ...{ declaredAt: row.declaredAt.toISOString(), detectedAt: row.detectedAt.toISOString() },
      resolvedAt: row.resolvedAt?.toISOString() ?? null,
      ...{ acknowledgedAfterMs: acknowledgedAfterMs(row), resolvedAfterMs: resolvedAfterMs(row) },
      causeReleaseId: causes.get(row.id)?.releaseId ?? null,
      causeBasis: causes.get(row.id)?.basis ?? null,
      postmortemPublished: deadlines.get(row.id)?.publish ?? null,
      postmortemCompleted: deadlines.get(row.id)?.complete ?? null,
    }));
  });
}
