import { type ReadinessQuery, readinessHref, scopeOf } from "./query";

/** "Readiness of service-api in staging": what the numbers of the page are of. */
export function titleOf({ service, environment }: Pick<ReadinessQuery, "service" | "environment">): string {
  return `Readiness${service ? ` of ${service}` : ""}${environment ? ` in ${environment}` : ""}`;
}

/** The way back up: everything, then the service in every environment. The period stays. */
export function breadcrumbOf(query: ReadinessQuery): { href: string; label: string }[] | undefined {
  const { service, environment, ...rest } = scopeOf(query);
  if (!service && !environment) return undefined;
  const all = { href: readinessHref(rest, query.trend), label: "All services" };
  if (!service || !environment) return [all];
  return [all, { href: readinessHref({ ...rest, service }, query.trend), label: service }];
}
