import type { ScorecardFilter } from "@/lib/registry/scorecard/queries";
import { readParams, type SearchParams } from "@/lib/web/search-params";

/** The list's state from its address. */
export async function readScorecardFilter(params: SearchParams) {
  const names = ["service", "environment", "result", "q", "after", "before"] as const;
  const { after, before, ...filter } = await readParams(params, names);
  return { filter: filter satisfies ScorecardFilter, page: { after, before } };
}
