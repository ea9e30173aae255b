import type { FreshnessView } from "@/lib/registry/rehearsal/freshness";

/** The matrix of rehearsals with nothing but the service and the environment that are chosen. */
export function narrowed<V extends Pick<FreshnessView, "services" | "environments">>(
  view: V,
  { service, environment }: { service?: string; environment?: string },
): V {
  const isChosen = (slug: string) => !environment || slug === environment;
  return {
    ...view,
    environments: view.environments.filter(isChosen),
    services: view.services
      .filter(({ slug }) => !service || slug === service)
      .map((each) => ({ ...each, cells: each.cells.filter((cell) => isChosen(cell.environment)) })),
  };
}
