import { z } from "zod";
import { slugText } from "@/lib/core/release/identity";
import { canonicalSuiteName } from "@/lib/core/scorecard/suite-name";
import { playbookScorecard, playbookSuite, suiteThresholds } from "@/lib/core/scorecard/wire";
import { ADAPTERS } from "../adapters/registry";
import type { Io } from "../io";
import { commandLine, environmentVariables, timeoutSeconds } from "../process/command-schema";
import { readYamlAs } from "../yaml/read-yaml";

const DEFAULT_TIMEOUT = "30m";
const MOST_RETRIES = 10;

const text = z.string().trim().min(1, "must not be empty");
const pattern = text.max(500);

const formats = ADAPTERS.map(({ name }) => name);
const format = z.string().refine((name) => formats.includes(name), { error: `must be one of ${formats.join(", ")}` });
const report = z.preprocess(
  (given) => (typeof given === "string" ? { path: given } : given),
  z.strictObject(
    { path: pattern, format: format.optional() },
    { error: "must be a path or pattern, or {path, format}" },
  ),
);

const suite = z
  .strictObject({
    name: playbookSuite.shape.name,
    description: playbookSuite.shape.description,
    command: commandLine,
    env: environmentVariables.default({}),
    working_directory: pattern.default("."),
    blocking: z.boolean().default(true),
    retries: z.int().min(0, "must not be negative").max(MOST_RETRIES, `must be at most ${MOST_RETRIES}`).default(0),
    timeout: timeoutSeconds.prefault(DEFAULT_TIMEOUT),
    thresholds: suiteThresholds.default({}),
    objective: z
      .number()
      .min(0, "must be a rate from 0 to below 1")
      .lt(1, "must be below 1: a service without any error has no budget to burn")
      .optional(),
    reports: z.array(report).min(1, "must name at least one report: a suite without evidence cannot pass").max(100),
    artifacts: z.array(pattern).max(100).default([]),
  })
  .refine(({ thresholds, objective }) => thresholds.max_error_budget_burn === undefined || objective !== undefined, {
    path: ["thresholds", "max_error_budget_burn"],
    error: "needs the suite's objective, the rate of good events, such as objective: 0.999",
  })
  .transform(({ name, timeout, working_directory, ...rest }) => ({
    ...rest,
    name: canonicalSuiteName(name),
    timeoutSeconds: timeout,
    workingDirectory: working_directory,
  }));

const runConfig = {
  owner: playbookScorecard.shape.owner,
  environment: slugText.optional(),
  service: slugText.optional(),
  suites: z
    .array(suite)
    .min(1, "must hold at least one suite")
    .max(100)
    .superRefine((suites, context) => {
      for (const [index, { name }] of suites.entries()) {
        const first = suites.findIndex((each) => each.name === name);
        if (first === index) continue;
        const message = `the suite ${name} is already listed at suites[${first}]`;
        context.addIssue({ code: "custom", path: [index, "name"], message });
      }
    }),
};
const config = z.strictObject(runConfig, { error: "must be a map that holds suites" });

/** What `config.yml` says, with its defaults; names of suites are in their one spelling. */
export type RunConfig = z.output<typeof config>;
export type SuiteConfig = RunConfig["suites"][number];

/** Bad input with line and column for each key or value that is not known. */
export const readRunConfig = (io: Io, path: string): Promise<RunConfig> => readYamlAs(io, path, config);
