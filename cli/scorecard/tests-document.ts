import type { TestResult, TestResultsDocument } from "@/lib/core/test-results/wire";

export type TestedSuite = { suite: string; tests: readonly TestResult[] };
type About = { runId: string; commit: string; environment: string; ranAt: string };

/** What the server takes in one body, with room for what goes around the tests. */
const MOST_BYTES = 7 * 1024 * 1024;
const INDENTATION = 9;

/**
 * `readiness_tests.json` of one run, or null when no suite reported a test. Where it would become larger than the
 * server takes, tests that passed or were skipped are left out before those that failed or were flaky.
 */
export function testsDocument(about: About, suites: readonly TestedSuite[]): TestResultsDocument | null {
  const tested = suites.filter(({ tests }) => tests.length > 0);
  if (tested.length === 0) return null;
  const { runId: run_id, commit, environment, ranAt: ran_at } = about;
  const kept = keptTests(tested.flatMap(({ tests }) => tests));
  const listed = tested.map(({ suite, tests }) => ({ suite, tests: tests.filter((test) => kept.has(test)) }));
  return { run_id, commit, environment, ran_at, suites: listed };
}

function keptTests(tests: readonly TestResult[]): Set<TestResult> {
  const isTelling = ({ outcome }: TestResult) => outcome === "failed" || outcome === "flaky";
  const inOrder = [...tests.filter(isTelling), ...tests.filter((test) => !isTelling(test))];
  const kept = new Set<TestResult>();
  let bytes = 0;
  for (const test of inOrder) {
    bytes += bytesOf(test);
    if (bytes > MOST_BYTES) break;
    kept.add(test);
  }
  return kept;
}

/** As the file is written, indented; it is sent without that. */
function bytesOf(test: TestResult): number {
  const lines = Object.keys(test).length + 2;
  return Buffer.byteLength(JSON.stringify(test, null, 2)) + lines * INDENTATION;
}
