import { describe, expect, it } from "vitest";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import { failedSuites } from "./suite-failed";

const run = (...suites: Record<string, unknown>[]) => {
  const document = { run_id: "run-1", generated_at: "2025-10-01T12:00:00Z", suites };
  return failedSuites(parseScorecard(document), document);
};
const counts = (failed: number) => ({ total: 20, passed: 20 - failed, failed, skipped: 0, flaky: 0 });
const failures = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `test ${index}` }));

describe("failedSuites", () => {
  it("finds none where every suite passed", () => {
    expect(run({ suite: "unit", passed: true, tests: counts(0) })).toEqual([]);
  });

  it("says why in the pipeline's words, with the first ten failing tests of all", () => {
    const threshold_violations = ["success rate 0.4 is less than 0.98"];
    const unit = { suite: "unit", passed: false, tests: counts(12), threshold_violations, failures: failures(11) };
    const [found] = run(unit);
    expect(found).toMatchObject({ suite: "unit", reasons: threshold_violations, failingTestsTotal: 12, notRun: [] });
    expect(found?.failingTests).toEqual(failures(10).map(({ name }) => name));
  });

  it.each([
    [{ tests: counts(1) }, ["1 test failed"]],
    [{ tests: counts(3) }, ["3 tests failed"]],
    [{ failures: failures(2) }, ["2 tests failed"]],
    [{}, ["the pipeline says that it failed"]],
    [{ tests: { total: 0, passed: 0, failed: 0, skipped: 0, flaky: 0 } }, ["no test was executed"]],
  ])("never leaves the reason open: %j", (told, reasons) => {
    expect(run({ suite: "unit", passed: false, ...told })[0]?.reasons).toEqual(reasons);
  });

  it("counts a suite as failed that claims to have passed with a broken threshold", () => {
    expect(run({ suite: "unit", passed: true, threshold_violations: ["too slow"] })).toMatchObject([
      { suite: "unit", reasons: ["too slow"] },
    ]);
  });

  it("names suites that were not run in the event of the blocking failure before them", () => {
    const suites = [
      { suite: "unit", passed: false, blocking: true },
      { suite: "integration", passed: false, blocking: false },
      { suite: "e2e", passed: false, not_run: "unit failed" },
      { suite: "security", passed: false, not_run: "unit failed" },
    ];
    expect(run(...suites).map(({ suite, notRun }) => [suite, notRun])).toEqual([
      ["unit", ["end-to-end", "security"]],
      ["integration", []],
    ]);
  });

  it("is silent about suites that were skipped on purpose, or not run without any failure", () => {
    expect(run({ suite: "unit", passed: false, not_run: "not asked for" })).toEqual([]);
    const document = {
      release: "1",
      generated_at: "2025-10-01T12:00:00Z",
      suites: [{ name: "unit", status: "skipped" }],
    };
    expect(failedSuites(parseScorecard(document), document)).toEqual([]);
  });
});
