import { z } from "zod";
import { instantText } from "@/lib/core/instant";
import { commitText } from "@/lib/core/release/identity";

/** `flaky`: it failed and then passed within one run. */
export const TEST_OUTCOMES = ["passed", "failed", "skipped", "flaky"] as const;
export type TestOutcome = (typeof TEST_OUTCOMES)[number];

const test = z.strictObject({
  name: z.string().min(1, "must not be empty").max(1000),
  /** What the test belongs to: class, describe blocks, package. */
  group: z.string().max(1000).optional(),
  file: z.string().max(1000).optional(),
  outcome: z.enum(TEST_OUTCOMES),
  duration_ms: z.number().nonnegative("must not be negative").max(86_400_000).optional(),
});
export type TestResult = z.output<typeof test>;

/**
 * `readiness_tests.json`: how each test of one run ended, suite by suite. It goes with the scorecard of the same run
 * and feeds the tests' history; the gate itself judges the scorecard.
 */
export const testResultsDocument = z.strictObject({
  run_id: z.string().min(1).max(200),
  commit: commitText,
  environment: z.string().min(1).max(64),
  ran_at: instantText,
  suites: z
    .array(z.strictObject({ suite: z.string().min(1).max(64), tests: z.array(test).max(100_000) }))
    .min(1, "must hold at least one suite")
    .max(1000),
});
export type TestResultsDocument = z.output<typeof testResultsDocument>;
