import type { EnvironmentMatrix, RowView } from "@/lib/registry/environment/matrix-queries";

/** For which services a row of an environment stands. */
export function rowName({ service }: RowView, { services }: EnvironmentMatrix): string {
  return service ?? (services.length > 0 ? "every other service" : "every service");
}
