import { stageName } from "@/components/release/stage-status";
import { FilterBar, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import { STAGES } from "@/lib/core/release/stages";
import { isNarrowed, type ReleaseAddress, VERDICT_CHOICES } from "./filter";

type Choice = { value: string; label: string };
type ReleaseFiltersProps = { address: ReleaseAddress; services: Choice[]; environments: Choice[] };

const STAGE_CHOICES = STAGES.map((stage) => ({ value: stage, label: stageName(stage) }));

export function ReleaseFilters({ address, services, environments }: ReleaseFiltersProps) {
  return (
    <FilterBar action="/releases" clearHref={isNarrowed(address) ? "/releases" : undefined}>
      <FilterSearch name="version" label="Version" value={address.version} placeholder="contains…" />
      <FilterSelect name="service" label="Service" value={address.service} options={services} />
      <FilterSelect name="environment" label="Environment" value={address.environment} options={environments} />
      <FilterSelect name="verdict" label="Verdict" value={address.verdict} options={VERDICT_CHOICES} />
      <FilterSelect name="stage" label="Stage" value={address.stage} options={STAGE_CHOICES} />
      <FilterSelect
        name="open"
        label="Gate"
        value={address.open}
        options={[{ value: "1", label: "Still to pass it" }]}
        allLabel="Any"
      />
    </FilterBar>
  );
}
