import { appendEntry } from "./append-entry";
import type { IncidentRow } from "./find";
import type { IncidentScope } from "./hold";
import { affect, affectedServices } from "./services";

type Service = { id: string; slug: string };

/** Adds those of `services` to a locked incident that it did not affect yet, with an entry. Gives their slugs. */
export async function affectMore(
  scope: IncidentScope,
  row: IncidentRow,
  services: readonly Service[],
): Promise<string[]> {
  const before = await affectedServices(scope.tx, row);
  const added = services.filter(({ id }) => !before.some((each) => each.id === id));
  if (added.length === 0) return [];
  await affect(scope.tx, row, added);
  const slugs = added.map(({ slug }) => slug);
  const data = servicesData(before, [...before, ...added]);
  await appendEntry(scope, row.id, { kind: "services", text: `It affects ${slugs.join(", ")} too.`, data });
  return slugs;
}

/** What the timeline keeps of which services are affected. */
export function servicesData(before: readonly Service[], after: readonly Service[]) {
  const slugsOf = (services: readonly Service[]) => services.map(({ slug }) => slug).sort();
  return { before: slugsOf(before), after: slugsOf(after) };
}
