import { stageName } from "@/components/release/stage-status";
import { FilterBar, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import { STAGES } from "@/lib/core/release/stages";
import type { ReleaseFilter } from "@/lib/registry/release/filter";
import { VERDICT_CHOICES } from "./filter";

type Choice = { value: string; label: string };
type ReleaseFiltersProps = { filter: ReleaseFilter; services: Choice[]; environments: Choice[] };

const STAGE_CHOICES = STAGES.map((stage) => ({ value: stage, label: stageName(stage) }));

export function ReleaseFilters({ filter, services, environments }: ReleaseFiltersProps) {
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <FilterBar action="/releases" clearHref={isFiltered ? "/releases" : undefined}>
      <FilterSearch name="version" label="Version" value={filter.version} placeholder="contains…" />
      <FilterSelect name="service" label="Service" value={filter.service} options={services} />
      <FilterSelect name="environment" label="Environment" value={filter.environment} options={environments} />
      <FilterSelect name="verdict" label="Verdict" value={filter.verdict} options={VERDICT_CHOICES} />
      <FilterSelect name="stage" label="Stage" value={filter.stage} options={STAGE_CHOICES} />
    </FilterBar>
  );
}
