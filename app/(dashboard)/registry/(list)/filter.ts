import type { LedgerFilter } from "@/lib/registry/ledger/queries";
import { readParams, type SearchParams } from "@/lib/web/search-params";

/** The registry's state from its address. */
export async function readLedgerFilter(params: SearchParams) {
  const names = ["record", "kind", "command", "by", "from", "until", "since", "after", "before", "verify"] as const;
  const { after, before, verify, ...filter } = await readParams(params, names);
  return { filter: filter satisfies LedgerFilter, page: { after, before }, verify: Boolean(verify) };
}
