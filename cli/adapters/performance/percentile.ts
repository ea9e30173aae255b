/** Nearest rank: the smallest sample that at least `percent` of a hundred samples do not exceed. Null without samples. */
export function nearestRank(sorted: readonly number[], percent: number): number | null {
  return sorted[rankOf(percent, sorted.length) - 1] ?? null;
}

const rankOf = (percent: number, count: number): number => Math.max(1, Math.ceil((percent * count) / 100));

/** Ticks a millisecond: load generators write tenths of it. */
const TICKS = 10;
/** From here on times are rounded up to whole seconds, so that only so many different ones exist. */
const COARSE_MS = 100_000;

/**
 * Latencies of any number of requests in bounded memory: how often each tenth of a millisecond occurred. Times between
 * two ticks count as the later one, so that a percentile is exact for what tools write and never too low.
 */
export class LatencyCounts {
  readonly #counts = new Map<number, number>();
  #total = 0;

  get total(): number {
    return this.#total;
  }

  add(milliseconds: number): void {
    const isCoarse = milliseconds >= COARSE_MS;
    const tick = isCoarse ? Math.ceil(milliseconds / 1000) * 1000 * TICKS : toTick(milliseconds);
    this.#counts.set(tick, (this.#counts.get(tick) ?? 0) + 1);
    this.#total += 1;
  }

  /** By nearest rank, in milliseconds; one for each of `percents`, which rise. Nothing without samples. */
  percentiles(percents: readonly number[]): number[] {
    const ticks = [...this.#counts.keys()].sort((one, other) => one - other);
    const found: number[] = [];
    let seen = 0;
    for (const tick of ticks) {
      seen += this.#counts.get(tick) ?? 0;
      while (found.length < percents.length && seen >= rankOf(percents[found.length] ?? 0, this.#total)) {
        found.push(tick / TICKS);
      }
    }
    return found;
  }
}

/** A product such as 1.2 × 10 may end a hair above its tick. */
function toTick(milliseconds: number): number {
  const nearest = Math.round(milliseconds * TICKS);
  return Math.abs(milliseconds * TICKS - nearest) < 1e-6 ? nearest : Math.ceil(milliseconds * TICKS);
}
