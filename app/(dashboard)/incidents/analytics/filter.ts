import { SEVERITIES } from "@/lib/core/incident/model";
import { periodOf, USUAL_PERIOD } from "@/lib/core/period";
import type { AnalyticsRequest } from "@/lib/registry/incident/analytics";
import { readParams, type SearchParams } from "@/lib/web/search-params";

/** What the analytics are of, from their address; a word that is no period or severity narrows nothing. */
export async function readAnalyticsQuery(params: SearchParams): Promise<AnalyticsRequest & { period: string }> {
  const { period, service, severity } = await readParams(params, ["period", "service", "severity"]);
  const known = SEVERITIES.find((each) => each === severity);
  return {
    period: period && periodOf(period, new Date()) ? period : USUAL_PERIOD,
    ...(service ? { service } : {}),
    ...(known ? { severity: known } : {}),
  };
}
