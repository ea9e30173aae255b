import { FilterBar, FilterDate, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import type { LedgerFilter } from "@/lib/registry/ledger/queries";

type LedgerFiltersProps = { path: string; filter: LedgerFilter; kinds: readonly string[] };

export function LedgerFilters({ path, filter, kinds }: LedgerFiltersProps) {
  const options = kinds.map((value) => ({ value, label: value }));
  return (
    <FilterBar action={path} clearHref={Object.keys(filter).length > 0 ? path : undefined}>
      <FilterSelect name="kind" label="Kind" value={filter.kind} options={options} />
      <FilterSearch name="by" label="Who" value={filter.by} placeholder="name starts with…" />
      <FilterDate name="from" label="From (UTC)" value={filter.from} />
      <FilterDate name="until" label="Until (UTC)" value={filter.until} />
      <FilterSearch name="command" label="Command" value={filter.command} placeholder="waiver.grant" />
      <FilterSearch name="record" label="Record id" value={filter.record} />
      {filter.since && <FilterSearch name="since" label="From entry" value={filter.since} />}
    </FilterBar>
  );
}
