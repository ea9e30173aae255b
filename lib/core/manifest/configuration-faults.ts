type Entry = { key: string; value: string };
type Delta = { key: string; from: string | null; to: string | null };
type Fault = { path: PropertyKey[]; message: string };

/**
 * Where a manifest's configuration contradicts itself: keys that are not in their order or listed twice, and deltas
 * that lead to another value than the configuration has. One configuration has one form, so one digest. Pure.
 */
export function configurationFaults(configuration: readonly Entry[] | undefined, deltas: readonly Delta[]): Fault[] {
  if (!configuration) return [];
  const values = new Map(configuration.map(({ key, value }) => [key, value]));
  return [...configuration.flatMap(orderFault), ...deltas.flatMap((delta, index) => deltaFault(delta, index, values))];
}

function orderFault({ key }: Entry, index: number, entries: readonly Entry[]): Fault[] {
  const before = entries[index - 1]?.key;
  if (before === undefined || before < key) return [];
  const message = before === key ? `${key} is listed twice` : `must be sorted by key: ${key} comes before ${before}`;
  return [{ path: ["configuration", index, "key"], message }];
}

function deltaFault({ key, to }: Delta, index: number, values: ReadonlyMap<string, string>): Fault[] {
  const value = values.get(key) ?? null;
  if (value === to) return [];
  const message = value === null ? `${key} is not in the configuration` : `the configuration has another ${key}`;
  return [{ path: ["configuration_deltas", index, "to"], message }];
}
