import { describe, expect, it } from "vitest";
import { digestOf } from "@/lib/core/digest";
import { DomainError } from "@/lib/core/errors";
import { scorecardModel } from "./model-schema";
import { parseScorecard } from "./parse";

const PLAYBOOK = {
  release: "2025.10.01",
  suites: [
    { name: "integration", status: "passed", duration: 312.5 },
    { name: "performance", status: "passed", p95_latency_ms: 174 },
  ],
  waivers: [],
  generated_at: "2025-10-01T12:00:00Z",
  owner: "platform-readiness",
};
const RUNNER = {
  run_id: "run-7",
  overall_passed: true,
  generated_at: "2025-10-01T12:00:00Z",
  suites: [
    {
      suite: "unit",
      passed: true,
      duration_seconds: 12.5,
      attempts: 1,
      threshold_violations: [],
      artifacts: ["a.xml"],
    },
  ],
};
const suite = (fields: Record<string, unknown>) => ({
  ...PLAYBOOK,
  suites: [{ name: "unit", status: "passed", ...fields }],
});
const tests = { total: 10, passed: 8, failed: 1, skipped: 1, flaky: 2 };

describe("parseScorecard", () => {
  it("reads the playbook's own example, with its digest as the run id", () => {
    const scorecard = parseScorecard(PLAYBOOK);
    expect(scorecard).toMatchObject({
      runId: digestOf(PLAYBOOK),
      release: "2025.10.01",
      commit: null,
      overallPassed: true,
      owner: "platform-readiness",
    });
    expect(scorecard.suites[0]).toMatchObject({
      name: "integration",
      status: "passed",
      durationSeconds: 312.5,
      tests: null,
    });
    expect(scorecard.suites[1]).toMatchObject({ latencyP95Ms: 174, successRate: null });
  });

  it("reads the runner's form into the same model", () => {
    const scorecard = parseScorecard(RUNNER);
    expect(scorecard).toMatchObject({ runId: "run-7", release: null, overallPassed: true });
    expect(scorecard.suites[0]).toMatchObject({
      name: "unit",
      status: "passed",
      durationSeconds: 12.5,
      artifacts: ["a.xml"],
    });
  });

  it("makes only models that the gate accepts as evidence", () => {
    for (const document of [PLAYBOOK, RUNNER, suite({ tests })]) {
      expect(scorecardModel.safeParse(parseScorecard(document)).success).toBe(true);
    }
  });

  it("computes rates from the counts", () => {
    expect(parseScorecard(suite({ tests })).suites[0]).toMatchObject({ successRate: 8 / 9, flakeRate: 2 / 9 });
    expect(parseScorecard(suite({ tests, success_rate: 0.89 })).suites[0]?.successRate).toBe(8 / 9);
  });

  it("fails a suite without one executed test, whatever it claims", () => {
    const none = { total: 3, passed: 0, failed: 0, skipped: 3, flaky: 0 };
    const scorecard = parseScorecard({ ...suite({ tests: none }), overall_passed: true });
    expect(scorecard.overallPassed).toBe(false);
    expect(scorecard.suites[0]).toMatchObject({
      status: "failed",
      violations: ["no test was executed"],
      successRate: null,
    });
  });

  it("does not believe overall_passed when a suite did not pass", () => {
    const failed = { ...RUNNER, suites: [...RUNNER.suites, { suite: "integration", passed: false }] };
    expect(parseScorecard(failed).overallPassed).toBe(false);
    const skipped = { ...PLAYBOOK, overall_passed: true, suites: [{ name: "unit", status: "skipped" }] };
    expect(parseScorecard(skipped).overallPassed).toBe(false);
    const violated = { ...RUNNER, suites: [{ suite: "unit", passed: true, threshold_violations: ["P95 too high"] }] };
    expect(parseScorecard(violated).overallPassed).toBe(false);
    expect(parseScorecard({ ...PLAYBOOK, overall_passed: false }).overallPassed).toBe(false);
  });

  it("keeps the waivers that the document claims as written", () => {
    const waivers = ["waiver-1", { check: "security.medium", finding: "CVE-2025-1", expires_at: "next week" }];
    expect(parseScorecard({ ...PLAYBOOK, waivers }).waivers).toEqual([
      { id: "waiver-1", checkId: null, finding: null, expiresAt: null },
      { id: null, checkId: "security.medium", finding: "CVE-2025-1", expiresAt: "next week" },
    ]);
  });

  it.each([
    ["an unknown key", { ...PLAYBOOK, verdict: "pass" }, "verdict"],
    ["an unknown key of a suite", suite({ p95: 1 }), "suites[0].p95"],
    ["the keys of both forms in one suite", suite({ passed: true }), "suites[0].passed"],
    ["no suite at all", { ...PLAYBOOK, suites: [] }, "suites"],
    ["a naive time", { ...PLAYBOOK, generated_at: "2025-10-01T12:00:00" }, "generated_at"],
    ["a runner's document without a run id", { ...RUNNER, run_id: undefined }, "run_id"],
    ["an unknown status", suite({ status: "ok" }), "suites[0].status"],
    ["a negative duration", suite({ duration: -1 }), "suites[0].duration"],
    ["two durations that differ", suite({ duration: 1, duration_seconds: 2 }), "suites[0].duration"],
    ["NaN", suite({ p95_latency_ms: Number.NaN }), "suites[0].p95_latency_ms"],
    ["infinity", suite({ cost_usd: Number.POSITIVE_INFINITY }), "suites[0].cost_usd"],
    ["a rate above 1", suite({ success_rate: 98 }), "suites[0].success_rate"],
    ["a negative rate", suite({ error_rate: -0.1 }), "suites[0].error_rate"],
    ["counts that do not add up", suite({ tests: { ...tests, total: 11 } }), "suites[0].tests"],
    ["a fraction of a test", suite({ tests: { ...tests, passed: 7.5, total: 9.5 } }), "suites[0].tests.passed"],
    ["more flaky tests than passed", suite({ tests: { ...tests, flaky: 9 } }), "suites[0].tests"],
    ["counts that leave out flaky", suite({ tests: { ...tests, flaky: undefined } }), "suites[0].tests.flaky"],
    ["a success rate against the counts", suite({ tests, success_rate: 1 }), "suites[0].success_rate"],
    ["a flake rate against the counts", suite({ tests, flake_rate: 0 }), "suites[0].flake_rate"],
    [
      "fewer vulnerabilities than findings",
      suite({
        vulnerabilities: { critical: 0, high: 0, medium: 0, low: 0 },
        findings: [{ id: "CVE-1", severity: "medium" }],
      }),
      "suites[0].vulnerabilities.medium",
    ],
    [
      "a finding twice",
      suite({
        findings: [
          { id: "CVE-1", severity: "low" },
          { id: "cve-1", severity: "high" },
        ],
      }),
      "suites[0].findings[1].id",
    ],
  ])("refuses %s, naming the place", (_, document, path) => {
    expect(issuesOf(document)).toContainEqual(expect.objectContaining({ path }));
  });

  it.each([
    ["unit", "unit"],
    ["Unit", "unit"],
    ["e2e", "end-to-end"],
    ["End_To_End", "e2e"],
    ["perf", "performance"],
  ])("refuses the suite %s listed again as %s", (one, other) => {
    const suites = [
      { name: one, status: "passed" },
      { name: other, status: "failed" },
    ];
    expect(issuesOf({ ...PLAYBOOK, suites })).toMatchObject([{ path: "suites[1]" }]);
  });

  it.each([null, undefined, [], "scorecard", 7, {}, { suites: null }, { suites: [null] }])("refuses %j", (document) => {
    expect(issuesOf(document).length).toBeGreaterThan(0);
  });
});

function issuesOf(document: unknown): { path: string }[] {
  try {
    parseScorecard(document);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    return error instanceof DomainError ? error.issues : [];
  }
}
