import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countsFault } from "@/lib/core/scorecard/rates";
import type { Execution, ReportedTest } from "./adapter";
import { SuiteEvidence } from "./suite-evidence";

const test = (execution: Execution, name = "a"): ReportedTest => ({ name, execution });
type Report = (evidence: SuiteEvidence) => void;

/** A suite whose attempts reported this, each with whether its run passed. */
function suiteOf(...attempts: { passed?: boolean; report?: Report }[]): SuiteEvidence {
  const evidence = new SuiteEvidence("performance");
  for (const { passed, report } of attempts) {
    evidence.startAttempt();
    report?.(evidence);
    if (passed !== undefined) evidence.finishAttempt({ passed });
  }
  return evidence;
}
const reporting =
  (...tests: ReportedTest[]): Report =>
  (evidence) => {
    evidence.tested();
    for (const each of tests) evidence.test(each);
  };
const measuring = (evidence: SuiteEvidence) => evidence.performance({ latencyP95Ms: 10 });

describe("tests over attempts", () => {
  it("that failed and then passed are flaky; those that no later attempt ran stay failed", () => {
    const evidence = suiteOf(
      { passed: false, report: reporting(test("failed", "a"), test("failed", "b"), test("passed", "c")) },
      { passed: true, report: reporting(test("passed", "a")) },
    );
    const { tests, failures } = evidence.result();
    expect(tests).toEqual({ total: 3, passed: 2, failed: 1, skipped: 0, flaky: 1 });
    expect(failures).toEqual([{ name: "b" }]);
  });

  it("tells of the present attempt what a retry depends on", () => {
    const evidence = suiteOf({ report: reporting(test("failed", "a"), test("skipped", "b"), test("flaky", "c")) });
    expect(evidence.attempt).toEqual({ executed: 2, failed: 1, violations: [] });
    evidence.startAttempt();
    expect(evidence.attempt).toEqual({ executed: 0, failed: 0, violations: [] });
  });

  it("counts a failure whose rerun passed within the attempt as none", () => {
    const rerun = (execution: Execution) => ({ ...test(execution), listsReruns: true });
    const evidence = suiteOf({ report: reporting(rerun("failed"), rerun("passed")) });
    expect(evidence.attempt.failed).toBe(0);
    expect(evidence.result().tests).toMatchObject({ total: 1, flaky: 1 });
  });

  it("of a report without tests are none, and not unknown", () => {
    expect(suiteOf({ passed: true, report: reporting() }).result().tests).toMatchObject({ total: 0 });
    expect(suiteOf({ passed: true }).result().tests).toBeNull();
  });

  it("fill the list of failures with names where there are more than it keeps texts of", () => {
    const many = Array.from({ length: 300 }, (_, index) => test("failed", `t${index}`));
    const passing = many.slice(0, 250).map(({ name }) => test("passed", name));
    const { failures, tests } = suiteOf({ report: reporting(...many) }, { report: reporting(...passing) }).result();
    expect(tests).toMatchObject({ failed: 50, flaky: 250 });
    expect(failures.map(({ name }) => name)).toEqual(many.slice(250).map(({ name }) => name));
    expect(suiteOf({ report: reporting(...many) }).result().failures).toHaveLength(200);
  });
});

describe("a run as a test of its own", () => {
  it.each([
    ["passed", [true], { total: 1, passed: 1, failed: 0, flaky: 0 }],
    ["failed", [false], { total: 1, passed: 0, failed: 1, flaky: 0 }],
    ["failed, then passed", [false, true], { total: 1, passed: 1, failed: 0, flaky: 1 }],
    ["failed twice", [false, false], { total: 1, passed: 0, failed: 1, flaky: 0 }],
  ])("is counted where it only measured: %s", (_what, runs, expected) => {
    const result = suiteOf(...runs.map((passed) => ({ passed, report: measuring }))).result();
    expect(result.tests).toMatchObject(expected);
    expect(result.results).toMatchObject([{ name: "performance" }]);
  });

  it("is counted where it only scanned, even when nothing was found", () => {
    const result = suiteOf({ passed: true, report: (evidence) => evidence.scanned() }).result();
    expect(result).toMatchObject({ tests: { total: 1, passed: 1 }, vulnerabilities: { critical: 0, low: 0 } });
  });

  it("is not counted beside tests, so that a report without any cannot pass by it", () => {
    const both: Report = (evidence) => {
      evidence.tested();
      measuring(evidence);
    };
    expect(suiteOf({ passed: true, report: both }).result().tests).toMatchObject({ total: 0 });
  });

  it.each<[string, Report | undefined]>([
    ["timed out without a report", undefined],
    ["ended with an error although its tests passed", reporting(test("passed"))],
    ["had an error outside of its tests", (evidence) => evidence.violation("set-up")],
  ])("keeps the flake of an attempt that %s, where a later one passed", (_what, report) => {
    const { tests, violations } = suiteOf(
      { passed: false, report },
      { passed: true, report: reporting(test("passed")) },
    ).result();
    expect(tests).toEqual({ total: 2, passed: 2, failed: 0, skipped: 0, flaky: 1 });
    expect(violations).toEqual([]);
  });

  it("does not pass against what its reports say", () => {
    const failing = suiteOf({ passed: true, report: reporting(test("failed")) }, { passed: true, report: measuring });
    expect(failing.result().tests).toMatchObject({ failed: 1 });
    const broken: Report = (evidence) => {
      measuring(evidence);
      evidence.violation("a threshold was crossed");
    };
    expect(suiteOf({ passed: true, report: broken }).result().tests).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("violations", () => {
  it("of a finished attempt are made up for by the next; of reports without attempts all count", () => {
    const violating = (text: string) => (evidence: SuiteEvidence) => evidence.violation(text);
    const retried = suiteOf({ passed: false, report: violating("a") }, { passed: false, report: violating("b") });
    expect(retried.result().violations).toEqual(["b"]);
    expect(suiteOf({ report: violating("a") }, { report: violating("b") }).result().violations).toEqual(["a", "b"]);
  });

  it("are one line each, without control characters", () => {
    const { violations } = suiteOf({ report: (evidence) => evidence.violation("a\n::error::\u001b[31mb") }).result();
    expect(violations).toEqual(["a ::error::b"]);
  });
});

describe("measurements and findings", () => {
  it("are those of the last attempt that has any, of its files the worst", () => {
    const { performance } = suiteOf(
      { report: (evidence) => evidence.performance({ latencyP95Ms: 900, errorRate: 0.5 }) },
      {
        report: (evidence) => {
          evidence.performance({ latencyP95Ms: 10, errorRate: 0 });
          evidence.performance({ latencyP95Ms: 20, latencyP99Ms: 30 });
        },
      },
      { report: reporting(test("passed")) },
    ).result();
    expect(performance).toEqual({ latencyP95Ms: 20, latencyP99Ms: 30, errorRate: 0 });
  });

  it.each([{ latencyP95Ms: -1 }, { latencyP50Ms: Number.NaN }, { errorRate: 1.5 }, { latencyP99Ms: Infinity }])(
    "refuse what cannot be measured: %j",
    (measured) => {
      expect(() => suiteOf({ report: (evidence) => evidence.performance(measured) })).toThrow("which cannot be");
    },
  );

  it("count each finding once, as severe as any scanner says, the worst first", () => {
    const { vulnerabilities, findings } = suiteOf({
      report: (evidence) => {
        evidence.finding({ id: "CVE-1", severity: "low" });
        evidence.finding({ id: "cve-2", severity: "medium", title: "two" });
        evidence.finding({ id: "cve-1", severity: "critical", title: "one" });
        evidence.finding({ id: " CVE-2 ", severity: "low" });
      },
    }).result();
    expect(vulnerabilities).toEqual({ critical: 1, high: 0, medium: 1, low: 0 });
    expect(findings).toEqual([
      { id: "cve-1", severity: "critical", title: "one" },
      { id: "cve-2", severity: "medium", title: "two" },
    ]);
  });
});

describe("whatever reports say", () => {
  const execution = fc.constantFrom<Execution>("passed", "failed", "skipped", "flaky");
  const name = fc.constantFrom("a", "b", "c");
  const attempt = fc.array(fc.record({ name, execution, listsReruns: fc.boolean() }), { maxLength: 8 });

  it("the counts add up and agree with the results, and no failure is lost", () => {
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 1, maxLength: 4 }), (attempts) => {
        const { tests, results, failures } = suiteOf(
          ...attempts.map((tests) => ({ report: reporting(...tests) })),
        ).result();
        expect(tests && countsFault(tests)).toBeNull();
        const ended = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
        expect(ended("failed")).toBe(tests?.failed);
        expect(ended("flaky")).toBe(tests?.flaky);
        expect(ended("skipped")).toBe(tests?.skipped);
        expect(failures).toHaveLength(tests?.failed ?? 0);
        expect(new Set(results.map((result) => result.name)).size).toBe(results.length);
      }),
    );
  });

  it("a test once seen to fail is failed or flaky in the end, never simply passed", () => {
    const unique = fc.uniqueArray(fc.record({ name, execution }), { selector: (each) => each.name, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(unique, { minLength: 1, maxLength: 5 }), (attempts) => {
        const { results } = suiteOf(...attempts.map((tests) => ({ report: reporting(...tests) }))).result();
        const all = attempts.flat();
        for (const { name, outcome } of results) {
          const runs = all.filter((each) => each.name === name && each.execution !== "skipped");
          const last = runs.at(-1)?.execution;
          const hasFailed = runs.some((each) => each.execution === "failed" || each.execution === "flaky");
          const expected = last === "failed" ? "failed" : hasFailed ? "flaky" : (last ?? "skipped");
          expect(outcome).toBe(expected);
        }
      }),
    );
  });
});
