import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { service } from "@/db/schema/catalog";
import { release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { ageClasses, itemCompletion } from "@/lib/core/action-item/ageing";
import { invalid } from "@/lib/core/errors";
import { measuresByService, measuresBySeverity } from "@/lib/core/incident/analytics";
import { attributionsOf, declaredWithin, numbersOf, type Observed } from "@/lib/core/incident/comparison";
import { timeInState } from "@/lib/core/incident/time-in-state";
import { timeliness } from "@/lib/core/incident/timeliness";
import { isWithin, type Span, stretchesOf, USUAL_PERIOD } from "@/lib/core/period";
import { requireReach } from "../actor-columns";
import { currentIncidentPolicy } from "../incident-policy/current";
import { requirePeriod } from "../period";
import { postmortemsOf } from "../postmortem/judged";
import { read } from "../read";
import type { AnalysedRow, AnalyticsFilter } from "./analysed";
import { analysedItems } from "./analysed-items";
import { staysOfAll } from "./analysed-stays";
import type { AttributedFailure, IncidentAnalytics, Stretch } from "./analytics-view";
import { observe } from "./observe";

export type AnalyticsRequest = AnalyticsFilter & { period?: string };

/** What the analytics of incidents show of a period: `30d`, `90d` (usual), `365d` or a quarter such as `2026-Q3`. */
export async function incidentAnalytics(
  actor: Actor,
  { period: asked = USUAL_PERIOD, ...filter }: AnalyticsRequest,
): Promise<IncidentAnalytics> {
  return read(actor, async (tx, now) => {
    const period = requirePeriod(asked, now);
    await requireWhole(tx, actor, filter);
    const { policy } = await currentIncidentPolicy(tx, actor.tenantId);
    const windowHours = policy.attributionWindowHours;
    const observed = await observe(tx, actor.tenantId, { period, filter, windowHours });
    const incidents = declaredWithin(observed.incidents, period);
    const postmortems = await postmortemsOf(tx, actor.tenantId, { incidents, policy, now });
    const items = await analysedItems(tx, actor.tenantId, period, filter);
    return {
      period: { id: period.id, from: period.from.toISOString(), until: period.until.toISOString() },
      service: filter.service ?? null,
      severity: filter.severity ?? null,
      current: numbersOf(observed, period),
      previous: numbersOf(observed, period.previous),
      open: incidents.filter(({ resolvedAt }) => resolvedAt === null).length,
      bySeverity: measuresBySeverity(incidents),
      byService: measuresByService(incidents),
      timeInState: timeInState(await staysOfAll(tx, actor.tenantId, incidents)),
      stretches: stretchesOf(period).map((span) => stretchOf(incidents, span)),
      postmortems: {
        publish: timeliness(postmortems.map(({ deadlines }) => deadlines.publish)),
        complete: timeliness(postmortems.map(({ deadlines }) => deadlines.complete)),
      },
      items: itemCompletion(
        items.filter(({ openedAt }) => isWithin(openedAt, period)),
        now,
      ),
      itemAges: ageClasses(items, now),
      attributions: await failuresOf(tx, actor.tenantId, { ...observed, incidents }),
      windowHours,
      now: now.toISOString(),
    };
  });
}

/** A token that is limited to a service sees the numbers of that one alone. */
async function requireWhole(tx: Tx, actor: Actor, { service: slug }: AnalyticsFilter): Promise<void> {
  const limited = actor.kind === "token" && actor.serviceId !== null;
  if (!slug && !limited) return;
  const [found] = slug
    ? await tx
        .select({ id: service.id })
        .from(service)
        .where(and(eq(service.tenantId, actor.tenantId), eq(service.slug, slug)))
    : [];
  if (!found) throw invalid("service", slug ? "is no service of this tenant" : "this token is limited to one service");
  requireReach(actor, { serviceId: found.id });
}

function stretchOf(incidents: readonly AnalysedRow[], span: Span): Stretch {
  const own = declaredWithin(incidents, span);
  const [sev1, sev2, sev3] = measuresBySeverity(own).map((each) => each.incidents);
  const { timeToResolve } = numbersOf({ incidents: own, rollouts: [], windowHours: 0 }, span);
  return {
    ...{ from: span.from.toISOString(), until: span.until.toISOString(), timeToResolve },
    ...{ sev1: sev1 ?? 0, sev2: sev2 ?? 0, sev3: sev3 ?? 0 },
  };
}

async function failuresOf(tx: Tx, tenantId: string, observed: Observed<AnalysedRow>): Promise<AttributedFailure[]> {
  const found = attributionsOf(observed);
  if (found.length === 0) return [];
  const ids = found.map(({ attribution }) => attribution.releaseId);
  const releases = await tx
    .select({ id: release.id, version: release.version, service: service.slug })
    .from(release)
    .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
    .where(and(eq(release.tenantId, tenantId), inArray(release.id, ids)));
  const byId = new Map(releases.map((each) => [each.id, each]));
  return found.flatMap(({ incident, attribution: { releaseId, basis } }) => {
    const blamed = byId.get(releaseId);
    if (!blamed) return [];
    const { id: incidentId, reference, title, severity } = incident;
    return [
      { incidentId, reference, title, severity, releaseId, service: blamed.service, version: blamed.version, basis },
    ];
  });
}
