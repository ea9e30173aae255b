import type { ReactNode } from "react";
import { PeriodFilter } from "@/components/page/period-filter";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import type { Actor } from "@/lib/core/access";
import { listEnvironments } from "@/lib/registry/environment/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { load } from "@/lib/web/load";
import type { ReadinessScope } from "./query";

type Choices = { value: string; label: string }[];
export type ScopeChoices = { services: Choices; environments: Choices };

/** What a scope can be narrowed to; none where it could not be read, which the list itself then reports. */
export async function scopeChoices(actor: Actor): Promise<ScopeChoices> {
  const [services, environments] = await Promise.all([load(serviceChoices(actor)), load(listEnvironments(actor))]);
  return { services: choices(services), environments: choices(environments) };
}

type ScopeFiltersProps = ScopeChoices & {
  path: string;
  scope: ReadinessScope;
  isFiltered: boolean;
  /** What a list can be narrowed to besides. */
  children?: ReactNode;
};

export function ScopeFilters({ path, scope, isFiltered, services, environments, children }: ScopeFiltersProps) {
  return (
    <FilterBar action={path} clearHref={isFiltered ? path : undefined}>
      <PeriodFilter period={scope.period} />
      <FilterSelect name="service" label="Service" value={scope.service} options={services} />
      {environments.length > 0 && (
        <FilterSelect name="environment" label="Environment" value={scope.environment} options={environments} />
      )}
      {children}
    </FilterBar>
  );
}
