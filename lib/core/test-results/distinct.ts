import { digestOf } from "@/lib/core/digest";
import { canonicalSuiteName } from "@/lib/core/scorecard/suite-name";
import type { TestOutcome, TestResultsDocument } from "./wire";

/** One test of a run, by its identity. Text in characters, times in whole milliseconds. */
export type DistinctTest = {
  /** Names the test in every run: SHA-256 over suite, group, name and file. */
  key: string;
  suite: string;
  name: string;
  group: string | null;
  file: string | null;
  outcome: TestOutcome;
  durationMs: number | null;
};

/** What a test is known by in every run; `suite` in its one spelling. */
export function testKey({ suite, group, name, file }: Pick<DistinctTest, "suite" | "group" | "name" | "file">): string {
  return digestOf([suite, group, name, file]);
}

/** Worst first: of a test that a document holds twice, the worst outcome stands. */
const SEVERITY = ["failed", "flaky", "passed", "skipped"] as const satisfies readonly TestOutcome[];

/**
 * Every test of the document once, in the order of their keys. Suites are compared by their one name. Parametrised tests
 * and repeated reports often share one identity: such tests become one with the worst outcome and the summed time. A
 * failure beside a pass stays a failure, because the order of the two is not known.
 */
export function distinctTests(document: TestResultsDocument): DistinctTest[] {
  const tests = new Map<string, DistinctTest>();
  for (const { suite: written, tests: results } of document.suites) {
    const suite = canonicalSuiteName(written);
    for (const { name, group = null, file = null, outcome, duration_ms: ms } of results) {
      const key = testKey({ suite, group, name, file });
      const durationMs = ms === undefined ? null : Math.round(ms);
      const test = { key, suite, name, group, file, outcome, durationMs };
      const known = tests.get(key);
      tests.set(key, known ? merged(known, test) : test);
    }
  }
  return [...tests.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

function merged(one: DistinctTest, other: DistinctTest): DistinctTest {
  const outcome = SEVERITY.find((each) => each === one.outcome || each === other.outcome) ?? one.outcome;
  const total = (one.durationMs ?? 0) + (other.durationMs ?? 0);
  const durationMs = one.durationMs === null && other.durationMs === null ? null : Math.min(total, LONGEST_MS);
  return { ...one, outcome, durationMs };
}

/** Ten days: more than that is no time that a test took, and the database's whole numbers end at 24. */
const LONGEST_MS = 864_000_000;
