import { z } from "zod";
import { instantText } from "@/lib/core/instant";

const shortText = z.string().trim().min(1, "must not be empty").max(500);
const count = z.int().nonnegative("must not be negative");
const quantity = z.number().nonnegative("must not be negative");
const rate = z.number().min(0, "must be a rate from 0 to 1").max(1, "must be a rate from 0 to 1");

const tests = z.strictObject({ total: count, passed: count, failed: count, skipped: count, flaky: count });
const vulnerabilities = z.strictObject({ critical: count, high: count, medium: count, low: count });
const finding = z.strictObject({
  id: shortText.max(200),
  severity: z.enum(["critical", "high", "medium", "low"]),
  title: z.string().max(1000).optional(),
});
const excerpt = (most: number) => z.string().max(most);

/** One failing test with what its report says about it, cut to what a person reads first. */
const failure = z.strictObject({
  name: shortText.max(1000),
  group: excerpt(1000).optional(),
  file: excerpt(1000).optional(),
  message: excerpt(2000).optional(),
  /** End of its log or stack trace. */
  excerpt: excerpt(4000).optional(),
});
export type ReportedFailure = z.output<typeof failure>;

/** What the pipeline asked of a suite. Durations in seconds, rates 0…1, burn as a multiple of the budget. */
export const suiteThresholds = z.strictObject({
  max_duration_seconds: quantity.optional(),
  max_flake_rate: rate.optional(),
  min_success_rate: rate.optional(),
  max_error_budget_burn: quantity.optional(),
  max_p95_ms: quantity.optional(),
  max_error_rate: rate.optional(),
  max_vulnerabilities: z
    .strictObject({
      critical: count.optional(),
      high: count.optional(),
      medium: count.optional(),
      low: count.optional(),
    })
    .optional(),
});
export type SuiteThresholds = z.output<typeof suiteThresholds>;

/** What both wire forms may say about a suite. Rates are 0…1, times in the unit that ends the name. */
const measured = {
  tests: tests.optional(),
  success_rate: rate.optional(),
  flake_rate: rate.optional(),
  duration: quantity.optional(),
  duration_seconds: quantity.optional(),
  p50_latency_ms: quantity.optional(),
  p95_latency_ms: quantity.optional(),
  p99_latency_ms: quantity.optional(),
  error_rate: rate.optional(),
  vulnerabilities: vulnerabilities.optional(),
  findings: z.array(finding).max(10_000).optional(),
  error_budget_burn: quantity.optional(),
  cost_usd: quantity.optional(),
  description: z.string().max(1000).optional(),
  blocking: z.boolean().optional(),
  thresholds: suiteThresholds.optional(),
  failures: z.array(failure).max(200).optional(),
  attempts: count.optional(),
  threshold_violations: z.array(z.string().max(1000)).max(1000).optional(),
  artifacts: z.array(z.string().max(1000)).max(1000).optional(),
};
const suiteName = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$/, "must be 1 to 64 letters, digits, spaces, dots, hyphens or underscores");

/** A waiver that the pipeline refers to: its id, or what it says. The expiry is kept as written and judged later. */
const claimedWaiver = z.union([
  shortText,
  z.strictObject({
    id: shortText.optional(),
    check: shortText.optional(),
    finding: shortText.optional(),
    expires_at: z.string().max(100).optional(),
  }),
]);
const about = {
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/, "must be a git commit hash in lower-case hex")
    .optional(),
  environment: z.string().trim().min(1, "must not be empty").max(64).optional(),
  waivers: z.array(claimedWaiver).max(1000).optional(),
  generated_at: instantText,
  owner: shortText.optional(),
  /** Where the run can be looked at, such as the workflow's page. */
  run_url: z
    .url({ protocol: /^https?$/, error: "must be an http or https address" })
    .max(2000)
    .optional(),
};

/** One suite in the playbook's form. */
export const playbookSuite = z.strictObject({
  name: suiteName,
  status: z.enum(["passed", "failed", "skipped"]),
  ...measured,
});
/** One suite in the runner's form. `not_run` says why it did not start: it did not pass then. */
export const runnerSuite = z
  .strictObject({ suite: suiteName, passed: z.boolean(), not_run: z.string().min(1).max(1000).optional(), ...measured })
  .refine(({ passed, not_run }) => !(passed && not_run !== undefined), {
    path: ["passed"],
    message: "is true, but not_run says that the suite did not run",
  });

/** `readiness-scorecard.json` as the playbook shows it. Without a `run_id`, the document's digest stands for it. */
export const playbookScorecard = z.strictObject({
  release: shortText,
  run_id: shortText.max(200).optional(),
  overall_passed: z.boolean().optional(),
  ...about,
  suites: z.array(playbookSuite).min(1, "must hold at least one suite").max(1000),
});
/** The same, as the readiness runner writes it. */
export const runnerScorecard = z.strictObject({
  run_id: shortText.max(200),
  overall_passed: z.boolean().optional(),
  release: shortText.optional(),
  ...about,
  suites: z.array(runnerSuite).min(1, "must hold at least one suite").max(1000),
});
/** Either form, for documentation; `parseScorecard` says which one a document is closest to. */
export const scorecardDocument = z.union([playbookScorecard, runnerScorecard]);

export type PlaybookScorecard = z.output<typeof playbookScorecard>;
export type RunnerScorecard = z.output<typeof runnerScorecard>;
export type MeasuredSuite = Omit<z.output<typeof playbookSuite>, "name" | "status">;
