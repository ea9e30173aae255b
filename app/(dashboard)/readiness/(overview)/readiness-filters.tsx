import { isNarrowed, READINESS_PATH, type ReadinessQuery } from "../query";
import { type ScopeChoices, ScopeFilters } from "../scope-filters";

type ReadinessFiltersProps = { query: ReadinessQuery; offered: ScopeChoices };

/** The scope of the page; the measure of its trend is chosen beside the trend, and stays. */
export function ReadinessFilters({ query, offered }: ReadinessFiltersProps) {
  return (
    <ScopeFilters path={READINESS_PATH} scope={query} isFiltered={isNarrowed(query)} {...offered}>
      {query.trend !== "runs" && <input type="hidden" name="trend" value={query.trend} />}
    </ScopeFilters>
  );
}
