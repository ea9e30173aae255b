import { LoadFailure } from "@/components/page/load-failure";
import { SuiteTrendCharts } from "@/components/readiness/suite-trends";
import { suiteTrends } from "@/lib/registry/readiness/queries";
import { load } from "@/lib/web/load";
import { READINESS_PATH, scopeOf } from "../query";
import type { PartProps } from "./part";

/** How the suites of all that is chosen went. */
export async function SuitesPart({ actor, query }: PartProps) {
  const found = await load(suiteTrends(actor, scopeOf(query)));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={READINESS_PATH} />;
  if (found.data.suites.length === 0)
    return <p className="text-muted">No readiness run was recorded in this period.</p>;
  return <SuiteTrendCharts trends={found.data} />;
}
