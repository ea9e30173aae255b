import type { Tx } from "@/db/client";
import { startOf } from "@/lib/core/incident/analytics";
import type { Observed } from "@/lib/core/incident/comparison";
import type { Period } from "@/lib/core/period";
import { type AnalysedRow, type AnalyticsFilter, analysedIncidents, productionRollouts } from "./analysed";

type Asked = { period: Pick<Period, "from" | "until" | "previous">; filter: AnalyticsFilter; windowHours: number };

const HOUR_MS = 3_600_000;

/** The incidents of a period and of the one before, and every rollout that one of them can be put down to. */
export async function observe(
  tx: Tx,
  tenantId: string,
  { period, filter, windowHours }: Asked,
): Promise<Observed<AnalysedRow>> {
  const span = { from: period.previous.from, until: period.until };
  const incidents = await analysedIncidents(tx, tenantId, span, filter);
  const starts = incidents.map((each) => startOf(each).getTime());
  const from = new Date(Math.min(span.from.getTime(), ...starts) - windowHours * HOUR_MS);
  const rollouts = await productionRollouts(tx, tenantId, { from, until: span.until });
  return { incidents, rollouts, windowHours, service: filter.service };
}
