import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { weekChoices } from "@/components/weekly-report/week-words";
import { lastWholeWeek, weekText } from "@/lib/core/week";
import type { ReportRequest } from "@/lib/registry/report/view";
import type { ScopeChoices } from "../scope-filters";
import { REPORT_PATH } from "./query";

type ReportFiltersProps = { query: ReportRequest; offered: ScopeChoices; now: Date };

export function ReportFilters({ query: { week, service, environment }, offered, now }: ReportFiltersProps) {
  const usual = weekText(lastWholeWeek(now));
  const weeks = weekChoices(now);
  const chosen = week === usual ? undefined : week;
  const options =
    !chosen || weeks.some(({ value }) => value === chosen) ? weeks : [...weeks, { value: chosen, label: chosen }];
  const isFiltered = chosen !== undefined || service !== undefined || environment !== undefined;
  return (
    <FilterBar action={REPORT_PATH} clearHref={isFiltered ? REPORT_PATH : undefined}>
      <FilterSelect name="week" label="Week" value={chosen} options={options} allLabel={`Last whole week, ${usual}`} />
      <FilterSelect name="service" label="Service" value={service} options={offered.services} />
      <FilterSelect name="environment" label="Environment" value={environment} options={offered.environments} />
    </FilterBar>
  );
}
