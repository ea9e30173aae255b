import { executedTests } from "@/lib/core/scorecard/rates";
import type { RunnerScorecard } from "@/lib/core/scorecard/wire";
import { commandMessage, commandProperty, markdownText } from "./github-text";
import { shortNumber } from "./text";

type Suite = RunnerScorecard["suites"][number];

const MOST_REASONS = 3;
const MOST_TESTS = 10;

/** Workflow commands: an error for each suite that did not pass, and for the first failing tests. */
export function runAnnotations({ suites }: RunnerScorecard): string {
  const failing = suites.filter(({ passed }) => !passed);
  const tests = failing.flatMap(({ suite, failures = [] }) => failures.map((failure) => ({ suite, ...failure })));
  const lines = [
    ...failing.map((suite) => {
      const title = commandProperty(
        `Readiness: ${suite.suite} ${suite.not_run === undefined ? "did not pass" : "did not run"}`,
      );
      return `::error title=${title}::${commandMessage(reasonsOf(suite).slice(0, MOST_REASONS).join(". "))}`;
    }),
    ...tests.slice(0, MOST_TESTS).map(({ suite, name, group, file, message }) => {
      const place = file ? `file=${commandProperty(file)},` : "";
      const title = commandProperty(`${suite}: ${group ? `${group}: ` : ""}${name}`);
      return `::error ${place}title=${title}::${commandMessage(message || "failed") || "failed"}`;
    }),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** Markdown for the summary page of a workflow run. */
export function runSummary(scorecard: RunnerScorecard): string {
  const { run_id, commit = "", environment = "", overall_passed, suites } = scorecard;
  const passed = suites.filter((suite) => suite.passed).length;
  const lines = [
    `## Readiness: ${overall_passed ? "passed" : "not passed"}`,
    "",
    `${passed} of ${suites.length} suites passed. ${markdownText(`Run ${run_id} of ${commit} for ${environment}.`)}`,
    "",
    "| Suite | Result | Tests | Flaky | P95 | Vulnerabilities | Duration | Attempts |",
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...suites.map(row),
    "",
    ...failureList(suites),
  ];
  return `${lines.join("\n")}\n`;
}

function row(suite: Suite): string {
  const { tests, vulnerabilities, p95_latency_ms: p95, duration_seconds: seconds, attempts } = suite;
  const cells = [
    markdownText(suite.suite),
    resultOf(suite),
    tests ? `${tests.passed} of ${executedTests(tests)}` : "",
    tests ? String(tests.flaky) : "",
    p95 === undefined ? "" : `${shortNumber(p95)} ms`,
    vulnerabilities ? String(Object.values(vulnerabilities).reduce((sum, each) => sum + each)) : "",
    seconds === undefined ? "" : `${seconds} s`,
    attempts === undefined ? "" : String(attempts),
  ];
  return `| ${cells.join(" | ")} |`;
}

function resultOf({ passed, not_run }: Suite): string {
  if (not_run !== undefined) return "not run";
  return passed ? "passed" : "**not passed**";
}

function failureList(suites: readonly Suite[]): string[] {
  const failing = suites.filter(({ passed }) => !passed);
  if (failing.length === 0) return [];
  const items = failing.flatMap((suite) => [
    `- ${markdownText(suite.suite)}: ${reasonsOf(suite).map(markdownText).join("; ")}`,
    ...(suite.failures ?? []).slice(0, MOST_TESTS).map(({ name, message }) => {
      return `  - ${markdownText(name)}${message ? `: ${markdownText(message.slice(0, 300))}` : ""}`;
    }),
  ]);
  return ["Why:", "", ...items, ""];
}

const reasonsOf = ({ not_run, threshold_violations }: Suite): string[] =>
  not_run === undefined ? (threshold_violations ?? ["did not pass"]) : [`not run: ${not_run}`];
