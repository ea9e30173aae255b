import { PLACE_STANDINGS, type PlaceStanding } from "@/lib/registry/readiness/rehearsed-places";
import { readParams, type SearchParams } from "@/lib/web/search-params";
import { type ReadinessScope, readScope } from "../query";

export type PlaceFilter = ReadinessScope & { standing?: PlaceStanding };

/** The list's state from its address; a word that is no standing narrows nothing. */
export async function readPlaceFilter(params: SearchParams): Promise<PlaceFilter> {
  const [scope, { standing }] = await Promise.all([readScope(params), readParams(params, ["standing"])]);
  const known = PLACE_STANDINGS.find((each) => each === standing);
  return { ...scope, ...(known ? { standing: known } : {}) };
}
