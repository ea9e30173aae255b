import { invalid } from "@/lib/core/errors";
import { parseWith } from "@/lib/core/parse";
import { type TestResultsDocument, testResultsDocument } from "./wire";

/** Of all suites together: what one transaction takes. */
export const MAX_TESTS = 200_000;

/**
 * Reads `readiness_tests.json`, or throws `invalid` naming each field. Durations are in milliseconds. A suite or a test
 * may be listed twice: `distinctTests` makes one of them.
 */
export function parseTestResults(document: unknown): TestResultsDocument {
  const parsed = parseWith(testResultsDocument, document, "test results");
  const count = parsed.suites.reduce((sum, { tests }) => sum + tests.length, 0);
  if (count > MAX_TESTS) throw invalid("suites", `holds ${count} tests; at most ${MAX_TESTS} are taken`);
  return parsed;
}
