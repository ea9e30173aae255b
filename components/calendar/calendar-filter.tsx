import type { ReactNode } from "react";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import type { CalendarPlaces } from "@/lib/registry/calendar/queries";

type CalendarFilterBarProps = {
  path: string;
  places: CalendarPlaces;
  filter: { environment?: string; service?: string };
  view?: string;
  children?: ReactNode;
};

/** Narrows a calendar to what concerns one environment or service. */
export function CalendarFilterBar({ path, places, filter, view, children }: CalendarFilterBarProps) {
  const isFiltered = Boolean(filter.environment || filter.service);
  return (
    <FilterBar action={path} clearHref={isFiltered ? `${path}${view ? `?view=${view}` : ""}` : undefined}>
      {view && <input type="hidden" name="view" value={view} />}
      <FilterSelect
        name="environment"
        label="Concerns environment"
        value={filter.environment}
        options={optionsOf(places.environments)}
      />
      <FilterSelect
        name="service"
        label="Concerns service"
        value={filter.service}
        options={optionsOf(places.services)}
      />
      {children}
    </FilterBar>
  );
}

const optionsOf = (places: CalendarPlaces["services"]) => places.map(({ slug }) => ({ value: slug, label: slug }));
