import { periodChoices } from "@/components/time/period-words";
import { FilterSelect } from "@/components/ui/filter-bar";
import { USUAL_PERIOD } from "@/lib/core/period";

/** The choice of a period; the usual one is no choice, and one that an address names is offered too. */
export function PeriodFilter({ period }: { period: string }) {
  const offered = periodChoices(new Date());
  const isOffered = offered.some(({ value }) => value === period);
  const periods = isOffered ? offered : [...offered, { value: period, label: period }];
  return (
    <FilterSelect
      name="period"
      label="Period"
      value={period === USUAL_PERIOD ? "" : period}
      options={periods.filter(({ value }) => value !== USUAL_PERIOD)}
      allLabel={offered.find(({ value }) => value === USUAL_PERIOD)?.label}
    />
  );
}
