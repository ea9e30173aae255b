import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import type { Attribution } from "@/lib/core/incident/attribution";
import { failuresOf } from "@/lib/core/incident/comparison";
import type { Severity } from "@/lib/core/incident/model";
import type { AnalysedRow } from "../incident/analysed";
import { selectSummaries } from "../release/summary";
import { readAsked } from "./asked";
import { observedOf } from "./leading";
import type { ReadinessRequest } from "./view";

/** A release that was rolled out in the period and that incidents of the period are put down to. */
export type ChangeFailure = {
  releaseId: string;
  service: string;
  environment: string;
  version: string;
  releasedAt: string | null;
  rolledBackTo: string | null;
  /** The latest declared first. */
  incidents: {
    id: string;
    reference: string;
    title: string;
    severity: Severity;
    declaredAt: string;
    basis: Attribution["basis"];
  }[];
};
export type ChangeFailureList = { items: ChangeFailure[]; windowHours: number; now: string };

/** The failed changes that the change-failure rate of a period counts, the latest release first. */
export const listChangeFailures = (actor: Actor, request: ReadinessRequest): Promise<ChangeFailureList> =>
  readAsked(actor, request, async (asked) => {
    const observed = await observedOf(asked);
    return {
      items: await releasesOf(asked.tx, actor, failuresOf(observed, asked.period)),
      windowHours: observed.windowHours,
      now: asked.now.toISOString(),
    };
  });

type Failure = { incident: AnalysedRow; attribution: Attribution };

async function releasesOf(tx: Tx, actor: Actor, failures: readonly Failure[]): Promise<ChangeFailure[]> {
  if (failures.length === 0) return [];
  const ids = [...new Set(failures.map(({ attribution }) => attribution.releaseId))];
  const rows = await selectSummaries(tx)
    .where(and(eq(release.tenantId, actor.tenantId), inArray(release.id, ids)))
    .orderBy(desc(release.releasedAt), desc(release.id));
  return rows.map(({ release: it, service, environment }) => ({
    releaseId: it.id,
    service: service.slug,
    environment: environment.slug,
    version: it.version,
    releasedAt: it.releasedAt?.toISOString() ?? null,
    rolledBackTo: it.rolledBackTo,
    incidents: failures
      .filter(({ attribution }) => attribution.releaseId === it.id)
      .map(({ incident: { id, reference, title, severity, declaredAt }, attribution: { basis } }) => ({
        ...{ id, reference, title, severity, basis, declaredAt: declaredAt.toISOString() },
      }))
      .reverse(),
  }));
}
