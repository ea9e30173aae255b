import type { Tx } from "@/db/client";
import type { Observed } from "@/lib/core/incident/comparison";
import type { Period } from "@/lib/core/period";
import { type AnalysedRow, type AnalyticsFilter, analysedIncidents } from "./analysed";
import { rolledOutIn, rolloutsBefore } from "./rollouts";

type Asked = {
  period: Pick<Period, "from" | "until" | "previous">;
  filter: AnalyticsFilter;
  windowHours: number;
  /** Only releases to this one are counted. */
  environment?: string;
};

/**
 * The incidents of a period and of the one before, every rollout that one of them is put down to, and how many releases
 * were rolled out in either: however many those are, only the ones near an incident are read.
 */
export async function observe(
  tx: Tx,
  tenantId: string,
  { period, filter, windowHours, environment }: Asked,
): Promise<Observed<AnalysedRow>> {
  const span = { from: period.previous.from, until: period.until };
  const incidents = await analysedIncidents(tx, tenantId, span, filter);
  const rollouts = await rolloutsBefore(tx, tenantId, incidents, windowHours);
  const named = incidents.flatMap(({ causeReleaseId }) => causeReleaseId ?? []);
  const rolledOut = await rolledOutIn(tx, tenantId, {
    spans: [{ from: period.from, until: period.until }, period.previous],
    releaseIds: [...rollouts.map(({ releaseId }) => releaseId), ...named],
    counted: { service: filter.service, environment },
  });
  return { incidents, rollouts, windowHours, service: filter.service, rolledOut };
}
