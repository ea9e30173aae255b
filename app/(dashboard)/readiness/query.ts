import type { LeadingKey } from "@/components/readiness/leading";
import { TREND_MEASURES, type TrendMeasure } from "@/components/readiness/trend-measures";
import { periodOf, USUAL_PERIOD } from "@/lib/core/period";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";

/** What the numbers are of: a service, an environment, both or all, over a period. */
export type ReadinessScope = { period: string; service?: string; environment?: string };
export type ReadinessQuery = ReadinessScope & { trend: TrendMeasure };

export const READINESS_PATH = "/readiness";

const NAMES = ["period", "service", "environment"] as const;

/** The page's state from its address; a word that is no period narrows nothing. */
export async function readReadinessQuery(params: SearchParams): Promise<ReadinessQuery> {
  const [scope, { trend }] = await Promise.all([readScope(params), readParams(params, ["trend"])]);
  return { ...scope, trend: TREND_MEASURES.find((each) => each === trend) ?? "runs" };
}

export const scopeOf = ({ period, service, environment }: ReadinessScope): ReadinessScope => ({
  period,
  ...(service ? { service } : {}),
  ...(environment ? { environment } : {}),
});

/** The scope that an address names; a word that is no period narrows nothing. */
export async function readScope(params: SearchParams): Promise<ReadinessScope> {
  const { period, service, environment } = await readParams(params, NAMES);
  return scopeOf({ period: period && periodOf(period, new Date()) ? period : USUAL_PERIOD, service, environment });
}

export const isNarrowed = ({ period, service, environment }: ReadinessScope): boolean =>
  period !== USUAL_PERIOD || Boolean(service ?? environment);

/** The page with another scope; what is usual stays out of its address. */
export function readinessHref({ period, ...scope }: ReadinessScope, trend?: TrendMeasure): string {
  return hrefOf(READINESS_PATH, {
    ...scope,
    period: period === USUAL_PERIOD ? undefined : period,
    trend: trend === "runs" ? undefined : trend,
  });
}

/**
 * Where the very records are that each of the five numbers counts. Three of them are of an instant: while the period lasts
 * that is now, and the ordinary lists show it; of a period that is over it is its end.
 */
export function leadingHrefs({ period, service, environment }: ReadinessScope, now: Date): Record<LeadingKey, string> {
  const place = { service, environment };
  const until = periodOf(period, now)?.until ?? now;
  const isOver = until < now;
  return {
    ready: isOver
      ? hrefOf("/readiness/ready", { period, ...place })
      : hrefOf("/releases", { verdict: "approve", open: "1", ...place }),
    rehearsalsFresh: hrefOf("/readiness/rehearsals", { standing: "fresh", period, ...place }),
    itemsOverdue: isOver
      ? hrefOf("/readiness/overdue-items", { period, service })
      : hrefOf("/action-items", { origin: "incident", overdue: "yes", service }),
    firstPass: hrefOf("/readiness/first-evaluations", { verdict: "approve", period, ...place }),
    changeFailures: hrefOf("/readiness/change-failures", { period, ...place }),
  };
}
