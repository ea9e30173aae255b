import type { RehearsalFilter } from "@/lib/registry/rehearsal/queries";
import { readParams, type SearchParams } from "@/lib/web/search-params";

/** The list's state from its address. */
export async function readRehearsalFilter(params: SearchParams) {
  const names = ["service", "environment", "outcome", "after", "before"] as const;
  const { after, before, ...filter } = await readParams(params, names);
  return { filter: filter satisfies RehearsalFilter, page: { after, before } };
}
