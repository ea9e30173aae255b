import { digestOf } from "@/lib/core/digest";
import { invalid } from "@/lib/core/errors";
import { parseWith } from "@/lib/core/parse";
import type { Scorecard, Suite } from "./model";
import { normaliseClaims, normaliseSuite } from "./normalise";
import { type PlaybookScorecard, playbookScorecard, type RunnerScorecard, runnerScorecard } from "./wire";

/**
 * Reads a scorecard in the playbook's form (`suites[].name, status`) or the runner's (`suites[].suite, passed`) into
 * the one model. Throws `invalid` naming the place for: unknown keys, a suite listed twice (aliases count), negative
 * or non-finite numbers, rates beyond 0…1, counts that do not add up and rates that contradict them.
 * A suite with a violation or without one executed test did not pass; `overallPassed` is false when any suite did not
 * pass, whatever the document claims. Without a run id, the document's digest is the run id.
 */
export function parseScorecard(document: unknown): Scorecard {
  if (isRunnerForm(document)) {
    const runner = parseWith(runnerScorecard, document, "scorecard");
    const suites = runner.suites.map((suite, index) =>
      normaliseSuite(suite.suite, runnerStatus(suite), suite, `suites[${index}]`),
    );
    return assemble(runner, runner.run_id, suites);
  }
  const playbook = parseWith(playbookScorecard, document, "scorecard");
  const suites = playbook.suites.map((suite, index) =>
    normaliseSuite(suite.name, suite.status, suite, `suites[${index}]`),
  );
  return assemble(playbook, playbook.run_id ?? digestOf(document), suites);
}

function runnerStatus({ passed, not_run }: RunnerScorecard["suites"][number]): Suite["status"] {
  if (not_run !== undefined) return "skipped";
  return passed ? "passed" : "failed";
}

function assemble(document: PlaybookScorecard | RunnerScorecard, runId: string, suites: Suite[]): Scorecard {
  refuseDuplicates(suites);
  return {
    runId,
    release: document.release ?? null,
    commit: document.commit ?? null,
    environment: document.environment ?? null,
    overallPassed: (document.overall_passed ?? true) && suites.every(({ status }) => status === "passed"),
    suites,
    waivers: normaliseClaims(document.waivers),
    generatedAt: document.generated_at,
    owner: document.owner ?? null,
  };
}

function refuseDuplicates(suites: Suite[]): void {
  const seen = new Map<string, number>();
  for (const [index, { name }] of suites.entries()) {
    const first = seen.get(name);
    if (first !== undefined)
      throw invalid(`suites[${index}]`, `the suite ${name} is already listed at suites[${first}]`);
    seen.set(name, index);
  }
}

/** Any suite under the key `suite` makes it the runner's form, so that the error names what is wrong in that form. */
function isRunnerForm(document: unknown): boolean {
  if (typeof document !== "object" || document === null || !("suites" in document)) return false;
  const { suites } = document;
  return (
    Array.isArray(suites) && suites.some((suite) => typeof suite === "object" && suite !== null && "suite" in suite)
  );
}
