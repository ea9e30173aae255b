/** Quantile of the standard normal distribution at (1 + level) / 2, to double precision. Source: NIST/SEMATECH e-Handbook 1.3.6.7.1. */
const Z = { 0.9: 1.6448536269514722, 0.95: 1.959963984540054, 0.99: 2.5758293035489008 } as const;

/** Two-sided confidence levels that can be asked for. */
export const CONFIDENCE_LEVELS = [0.9, 0.95, 0.99] as const;
export type ConfidenceLevel = (typeof CONFIDENCE_LEVELS)[number];

/** Both ends of an interval of rates, 0…1. */
export type Interval = { low: number; high: number };

/**
 * The score interval of a proportion: which rates are compatible with `successes` out of `trials` at a two-sided
 * confidence level. Unlike the plain ± interval it never leaves 0…1 and is right for few trials and extreme rates.
 * Null for no trials: nothing is known then. Throws RangeError for counts that are no counts, more successes than
 * trials, and a level that is not of `CONFIDENCE_LEVELS`.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209–212.
 */
export function wilsonInterval(successes: number, trials: number, confidence: ConfidenceLevel = 0.95): Interval | null {
  if (!isCount(successes) || !isCount(trials) || successes > trials) {
    throw new RangeError(`${successes} of ${trials} is no count of successes`);
  }
  const z = Z[confidence];
  if (z === undefined) throw new RangeError(`${confidence} is not one of the levels ${CONFIDENCE_LEVELS.join(", ")}`);
  if (trials === 0) return null;
  const rate = successes / trials;
  const z2 = z * z;
  const centre = (rate + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = (z / (1 + z2 / trials)) * Math.sqrt((rate * (1 - rate)) / trials + z2 / (4 * trials * trials));
  // At the extremes the formula gives exactly 0 and 1; binary fractions would miss them by a hair.
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
  };
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
