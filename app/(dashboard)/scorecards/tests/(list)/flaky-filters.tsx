import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { REQUIRED_SUITES } from "@/lib/core/scorecard/model";
import type { FlakyFilter } from "@/lib/registry/test-result/queries";
import { PERIODS } from "./filter";

type FlakyFiltersProps = {
  filter: FlakyFilter;
  services: { value: string; label: string }[];
  /** Suites of the tests that are listed, so that custom ones can be chosen too. */
  suites: readonly string[];
};

export function FlakyFilters({ filter: { service, suite, days }, services, suites }: FlakyFiltersProps) {
  const named = [...new Set([...REQUIRED_SUITES, ...suites, ...(suite ? [suite] : [])])];
  const [usual, ...others] = PERIODS;
  const clearHref = service || suite || days ? "/scorecards/tests" : undefined;
  return (
    <FilterBar action="/scorecards/tests" clearHref={clearHref}>
      <FilterSelect name="service" label="Service" value={service} options={services} />
      <FilterSelect
        name="suite"
        label="Suite"
        value={suite}
        options={named.map((name) => ({ value: name, label: name }))}
      />
      <FilterSelect
        name="days"
        label="Period"
        value={days?.toString()}
        allLabel={usual.label}
        options={others.map((period) => ({ value: String(period.days), label: period.label }))}
      />
    </FilterBar>
  );
}
