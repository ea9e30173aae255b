import { describe, expect, it } from "vitest";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import type { SuiteResult } from "../adapters/suite-evidence";
import { type SuiteDocument, suiteDocument } from "./suite-document";

const nothing: SuiteResult = {
  tests: null,
  durationSeconds: null,
  performance: {},
  vulnerabilities: null,
  findings: [],
  violations: [],
  failures: [],
  results: [],
};
const counts = { total: 2, passed: 2, failed: 0, skipped: 0, flaky: 0 };
const passing: SuiteResult = { ...nothing, tests: counts };
const parsed = (document: SuiteDocument) =>
  parseScorecard({ run_id: "r", suites: [document], generated_at: "2025-10-01T12:00:00Z" }).suites[0];

describe("a suite of reports", () => {
  it.each<[string, Partial<SuiteResult>, boolean]>([
    ["whose tests passed", passing, true],
    ["with a failed test", { tests: { ...counts, passed: 1, failed: 1 } }, false],
    ["without an executed test", { tests: { total: 1, passed: 0, failed: 0, skipped: 1, flaky: 0 } }, false],
    ["with a violation", { ...passing, violations: ["hidden"] }, false],
    ["that only measured", { performance: { latencyP95Ms: 1 } }, true],
    ["that only scanned", { vulnerabilities: { critical: 0, high: 0, medium: 0, low: 0 } }, true],
    ["of which nothing is known", {}, false],
  ])("%s: passed is %s", (_what, result, expected) => {
    const document = suiteDocument("unit", { ...nothing, ...result });
    expect(document.passed).toBe(expected);
    expect(parsed(document)?.status).toBe(expected ? "passed" : "failed");
  });

  it("says everything that the reports say, in a form that the core accepts", () => {
    const document = suiteDocument("perf", {
      ...passing,
      durationSeconds: 1.5,
      performance: { latencyP50Ms: 1, latencyP95Ms: 2, latencyP99Ms: 3, errorRate: 0.5 },
      vulnerabilities: { critical: 0, high: 1, medium: 0, low: 0 },
      findings: [{ id: "CVE-1", severity: "high", title: "t" }],
      failures: [{ name: "a", message: "m" }],
    });
    expect(document.failures).toEqual([{ name: "a", message: "m" }]);
    expect(parsed(document)).toMatchObject({
      name: "performance",
      durationSeconds: 1.5,
      latencyP50Ms: 1,
      latencyP95Ms: 2,
      latencyP99Ms: 3,
      errorRate: 0.5,
      vulnerabilities: { high: 1 },
      findings: [{ id: "CVE-1" }],
    });
  });

  it("takes reasons against it from the pipeline, and none for it", () => {
    expect(suiteDocument("unit", passing, { passed: false }).passed).toBe(false);
    expect(suiteDocument("unit", passing, { threshold_violations: ["slow"] })).toMatchObject({
      passed: false,
      threshold_violations: ["slow"],
    });
    expect(suiteDocument("unit", { ...passing, violations: ["v"] }, { passed: true })).toMatchObject({
      passed: false,
      threshold_violations: ["v"],
    });
  });

  it("keeps every failing test's name where their texts are more than a scorecard should hold", () => {
    const failures = Array.from({ length: 200 }, (_, index) => ({ name: `t${index}`, excerpt: "x".repeat(4000) }));
    const document = suiteDocument("unit", { ...passing, failures });
    expect(document.failures?.map(({ name }) => name)).toEqual(failures.map(({ name }) => name));
    expect(document.failures?.[0]).toEqual(failures[0]);
    expect(JSON.stringify(document).length).toBeLessThan(600_000);
  });
});
