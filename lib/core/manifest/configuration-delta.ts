import type { Configuration, ConfigurationDelta } from "./schema";

/** A configuration in its one form: sorted by key in the order of RFC 8785 (UTF-16 code units). Pure. */
export function configurationOf(values: ReadonlyMap<string, string>): Configuration {
  return [...values].map(([key, value]) => ({ key, value })).sort(byKey);
}

/**
 * What changes from one configuration to the next, sorted by key: added from null, removed to null, changed from one
 * value to the other. A key whose value stays is no delta. `previous` empty: nothing was released before. Pure.
 */
export function configurationDeltas(previous: Configuration, next: Configuration): ConfigurationDelta[] {
  const [before, after] = [valuesOf(previous), valuesOf(next)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ key, from: before.get(key) ?? null, to: after.get(key) ?? null }))
    .filter(({ from, to }) => from !== to)
    .sort(byKey);
}

const valuesOf = (configuration: Configuration): Map<string, string> =>
  new Map(configuration.map(({ key, value }) => [key, value]));

function byKey(one: { key: string }, other: { key: string }): number {
  if (one.key === other.key) return 0;
  return one.key < other.key ? -1 : 1;
}
