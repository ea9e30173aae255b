import { type ConfidenceLevel, type Interval, wilsonInterval } from "@/lib/core/statistics/wilson";
import type { TestCounts } from "./model";

/** Stated rates are often rounded to two digits; more than that is a contradiction. */
const ROUNDING = 0.005;

/** Tests that ran: skipped ones did not. */
export function executedTests(counts: TestCounts): number {
  return counts.passed + counts.failed;
}

/** passed / executed, 0…1; null when nothing ran. */
export function successRateOf(counts: TestCounts): number | null {
  const executed = executedTests(counts);
  return executed === 0 ? null : counts.passed / executed;
}

/** flaky / executed, 0…1; null when nothing ran. A flaky test failed, then passed on retry, and counts as passed. */
export function flakeRateOf(counts: TestCounts): number | null {
  const executed = executedTests(counts);
  return executed === 0 ? null : counts.flaky / executed;
}

/** A rate (0…1) as it was counted, and the rates that such counts are compatible with. */
export type CountedRate = { rate: number; interval: Interval };

/** Both rates of a suite with their Wilson intervals; null when nothing ran. */
export function rateWithInterval(
  counts: TestCounts,
  level?: ConfidenceLevel,
): { executed: number; success: CountedRate; flake: CountedRate } | null {
  const executed = executedTests(counts);
  const success = countedRate(counts.passed, executed, level);
  const flake = countedRate(counts.flaky, executed, level);
  return success && flake ? { executed, success, flake } : null;
}

function countedRate(some: number, executed: number, level?: ConfidenceLevel): CountedRate | null {
  const interval = wilsonInterval(some, executed, level);
  return interval && { rate: some / executed, interval };
}

/** What is inconsistent about the counts, in words; null when they add up. */
export function countsFault(counts: TestCounts): string | null {
  const { total, passed, failed, skipped, flaky } = counts;
  if (passed + failed + skipped !== total) {
    return `passed, failed and skipped add up to ${passed + failed + skipped}, not to total ${total}`;
  }
  if (flaky > passed) return `flaky ${flaky} is more than the ${passed} that passed; a flaky test passed on retry`;
  return null;
}

/** Whether a stated rate contradicts the one that the counts give. */
export function contradicts(stated: number | null | undefined, counted: number | null): boolean {
  if (stated === null || stated === undefined || counted === null) return false;
  return Math.abs(stated - counted) > ROUNDING;
}
