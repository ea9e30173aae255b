import { type ConfidenceLevel, type Interval, wilsonInterval } from "@/lib/core/statistics/wilson";

/** Fewer executed runs than this say too little about a test. */
export const MINIMUM_RUNS = 20;

/**
 * How one test ended over the runs of one commit in one environment. Runs in different environments are never held
 * against each other: they may differ for good reasons. Skipped runs are not among them.
 */
export type CommitRuns = { passed: number; failed: number; flaky: number };

export type Flakiness = {
  /** Executed runs: passed, failed and flaky ones. */
  runs: number;
  flakyRuns: number;
  failedRuns: number;
  /** Commits (each within one environment) for which the test has passed and has failed. */
  commitsWithBothResults: number;
  /** flakyRuns / runs, 0…1; null when nothing ran. */
  flakeRate: number | null;
  interval: Interval | null;
  enoughSample: boolean;
};

/** Whether the test gave different results for one and the same code. A flaky run ended in passing. */
export function hasBothResults({ passed, failed, flaky }: CommitRuns): boolean {
  return failed > 0 && passed + flaky > 0;
}

/**
 * Runs whose result cannot be relied on: those that failed and then passed within themselves and, where other runs of
 * the commit contradict each other, the fewest of them that must have been wrong. One failure among thirty passes of one
 * commit is one flaky run, not thirty-one: else a rate would say how often a commit was run.
 */
export function flakyRunsOf({ passed, failed, flaky }: CommitRuns): number {
  return flaky + Math.min(passed, failed);
}

/**
 * How flaky a test is. `commits` may leave out commits without a flaky or contradicted run; `runs` and `failedRuns`
 * count all executed runs, theirs included. Source of the interval: `wilsonInterval`.
 */
export function flakinessOf(
  { runs, failedRuns, commits }: { runs: number; failedRuns: number; commits: readonly CommitRuns[] },
  { minimumRuns = MINIMUM_RUNS, level }: { minimumRuns?: number; level?: ConfidenceLevel } = {},
): Flakiness {
  const flakyRuns = commits.reduce((sum, commit) => sum + flakyRunsOf(commit), 0);
  return {
    runs,
    flakyRuns,
    failedRuns,
    commitsWithBothResults: commits.filter(hasBothResults).length,
    flakeRate: runs === 0 ? null : flakyRuns / runs,
    interval: wilsonInterval(flakyRuns, runs, level),
    enoughSample: runs >= minimumRuns,
  };
}

/** What the flakiest tests are ranked by; `id` only makes the order total. */
export type FlakeRank = { low: number; flakyRuns: number; id: string };

export function rankOf(id: string, { interval, flakyRuns }: Flakiness): FlakeRank {
  return { low: interval?.low ?? 0, flakyRuns, id };
}

/**
 * Order of the flakiest tests, worst first: by the lower bound of the flake rate, so that a test that was seen twice
 * does not outrank one that was seen five hundred times, then by flaky runs.
 */
export function byFlakiness(one: FlakeRank, other: FlakeRank): number {
  return other.low - one.low || other.flakyRuns - one.flakyRuns || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}
