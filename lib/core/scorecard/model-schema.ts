import { z } from "zod";
import { instantText } from "@/lib/core/instant";
import type { Scorecard } from "./model";
import { contradicts, countsFault, executedTests, flakeRateOf, successRateOf } from "./rates";
import { canonicalSuiteName } from "./suite-name";

const count = z.int().nonnegative();
const quantity = z.number().nonnegative().nullable();
const rate = z.number().min(0).max(1).nullable();

const suite = z
  .object({
    name: z.string().min(1),
    status: z.enum(["passed", "failed", "skipped"]),
    durationSeconds: quantity,
    tests: z
      .object({ total: count, passed: count, failed: count, skipped: count, flaky: count })
      .refine((counts) => countsFault(counts) === null, "counts do not add up")
      .nullable(),
    successRate: rate,
    flakeRate: rate,
    latencyP50Ms: quantity,
    latencyP95Ms: quantity,
    latencyP99Ms: quantity,
    errorRate: rate,
    vulnerabilities: z.object({ critical: count, high: count, medium: count, low: count }).nullable(),
    findings: z.array(
      z.object({
        id: z.string().trim().min(1),
        severity: z.enum(["critical", "high", "medium", "low"]),
        title: z.string().nullable(),
      }),
    ),
    costUsd: quantity,
    violations: z.array(z.string()),
    artifacts: z.array(z.string()),
  })
  .refine(({ tests, status }) => !(tests && executedTests(tests) === 0 && status === "passed"), {
    message: "passed without executing one test",
  })
  .refine(({ tests, successRate }) => !tests || !contradicts(successRate, successRateOf(tests)), {
    message: "success rate contradicts the counts",
    path: ["successRate"],
  })
  .refine(({ tests, flakeRate }) => !tests || !contradicts(flakeRate, flakeRateOf(tests)), {
    message: "flake rate contradicts the counts",
    path: ["flakeRate"],
  });

/**
 * The model of `Scorecard` as a schema: what comes out of storage or a simulation is checked again before the gate
 * judges it, so that no number that is not one, and no suite listed twice, can pass for evidence.
 */
export const scorecardModel: z.ZodType<Scorecard> = z.object({
  runId: z.string().min(1),
  release: z.string().nullable(),
  commit: z.string().nullable(),
  environment: z.string().nullable(),
  overallPassed: z.boolean(),
  suites: z
    .array(suite)
    .refine((suites) => new Set(suites.map(({ name }) => canonicalSuiteName(name))).size === suites.length, {
      message: "a suite is listed twice",
    }),
  waivers: z.array(
    z.object({
      id: z.string().nullable(),
      checkId: z.string().nullable(),
      finding: z.string().nullable(),
      expiresAt: z.string().nullable(),
    }),
  ),
  generatedAt: instantText,
  owner: z.string().nullable(),
});
