import type { FlakyFilter } from "@/lib/registry/test-result/queries";
import { readParams, type SearchParams } from "@/lib/web/search-params";

/** How far back a list can look; the first is what it does unasked. */
export const PERIODS = [
  { days: 30, label: "Last 30 days" },
  { days: 7, label: "Last 7 days" },
  { days: 90, label: "Last 90 days" },
] as const;

/** The list's state from its address; a period that is none of ours narrows nothing. */
export async function readFlakyFilter(params: SearchParams) {
  const {
    after,
    before,
    days: asked,
    ...rest
  } = await readParams(params, ["service", "suite", "days", "after", "before"]);
  const days = PERIODS.find((period) => String(period.days) === asked)?.days;
  const filter: FlakyFilter = days === undefined || days === PERIODS[0].days ? rest : { ...rest, days };
  return { filter, page: { after, before } };
}

/** The filter as parameters of an address. */
export const flakyParams = ({ service, suite, days }: FlakyFilter) => ({ service, suite, days: days?.toString() });
