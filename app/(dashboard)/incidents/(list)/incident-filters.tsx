import { FilterBar, FilterDate, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import type { IncidentFilter } from "@/lib/registry/incident/queries";
import { SEVERITY_CHOICES, STATE_CHOICES } from "./filter";

type IncidentFiltersProps = { filter: IncidentFilter; services: { value: string; label: string }[] };

export function IncidentFilters({ filter, services }: IncidentFiltersProps) {
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <FilterBar action="/incidents" clearHref={isFiltered ? "/incidents" : undefined}>
      <FilterSearch name="q" label="Title, impact or number" value={filter.q} placeholder="INC-7, checkout…" />
      <FilterSelect name="state" label="State" value={filter.state} options={STATE_CHOICES} />
      <FilterSelect name="severity" label="Severity" value={filter.severity} options={SEVERITY_CHOICES} />
      <FilterSelect name="service" label="Service" value={filter.service} options={services} />
      <FilterDate name="from" label="Declared from" value={filter.from} />
      <FilterDate name="to" label="Declared to" value={filter.to} />
    </FilterBar>
  );
}
