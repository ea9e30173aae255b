/** What is still to be hit: each need with its options. */
type Needs = readonly (readonly string[])[];

/**
 * The smallest set of options that meets every need, or null when a need has no option. Among sets of one size, the
 * options that come first in `preference` win where only that tells them apart. Exact: forced and dominated options
 * are settled first, so that the search is left with a small core.
 */
export function smallestHittingSet(needs: Needs, preference: readonly string[]): string[] | null {
  if (needs.some((options) => options.length === 0)) return null;
  const rank = new Map(preference.map((option, index) => [option, index]));
  const rankOf = (option: string) => rank.get(option) ?? preference.length;
  const ordered = needs.map((options) => [...new Set(options)].sort((one, other) => rankOf(one) - rankOf(other)));
  const { chosen, core } = reduce(ordered, rankOf);
  const rest = search(core);
  return [...chosen, ...rest].sort((one, other) => rankOf(one) - rankOf(other));
}

function reduce(needs: Needs, rankOf: (option: string) => number): { chosen: string[]; core: Needs } {
  const chosen: string[] = [];
  let core: Needs = needs;
  for (;;) {
    const forced = core.find((options) => options.length === 1)?.[0];
    if (forced !== undefined) {
      chosen.push(forced);
      core = core.filter((options) => !options.includes(forced));
      continue;
    }
    const next = withoutDominated(core, rankOf);
    if (next === core) return { chosen, core };
    core = next;
  }
}

/** Drops one option that another one, which meets all that it meets, makes needless. */
function withoutDominated(core: Needs, rankOf: (option: string) => number): Needs {
  const met = new Map<string, Set<number>>();
  for (const [index, options] of core.entries()) {
    for (const option of options) met.set(option, (met.get(option) ?? new Set()).add(index));
  }
  for (const [option, mine] of met) {
    for (const [other, theirs] of met) {
      if (option === other || ![...mine].every((need) => theirs.has(need))) continue;
      const isEqual = mine.size === theirs.size;
      if (isEqual && rankOf(option) < rankOf(other)) continue;
      return core.map((options) => options.filter((each) => each !== option));
    }
  }
  return core;
}

/** Iterative deepening: the first depth at which a set exists is the smallest. */
function search(core: Needs): string[] {
  for (let size = 0; ; size += 1) {
    const found = within(core, size);
    if (found) return found;
  }
}

function within(core: Needs, size: number): string[] | null {
  if (core.length === 0) return [];
  if (size === 0) return null;
  const hardest = core.reduce((fewest, options) => (options.length < fewest.length ? options : fewest));
  for (const option of hardest) {
    const rest = within(
      core.filter((options) => !options.includes(option)),
      size - 1,
    );
    if (rest) return [option, ...rest];
  }
  return null;
}
