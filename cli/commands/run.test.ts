import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { latestValues, parseMetrics } from "@/lib/core/metrics/parse";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import { parseTestResults } from "@/lib/core/test-results/parse";
import { COMMIT } from "../testing/evidence";
import {
  junitReport,
  passingSuite,
  reportOf,
  runSuites,
  type SuiteDraft,
  suiteWriting,
} from "../testing/readiness-run";
import { Workspace } from "../testing/run";

vi.setConfig({ testTimeout: 30_000 });
let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

const scorecard = async () => parseScorecard(await workspace.json("readiness_scorecards/run-1.json"));

describe("a suite passes with evidence alone", () => {
  const [good, bad] = [junitReport({ adds: "passed" }), junitReport({ adds: "passed", removes: "failed" })];
  it.each<[string, SuiteDraft, (string | RegExp)[]]>([
    ["a test failed", suiteWriting(bad), ["1 test failed"]],
    ["a test failed, and it says so", suiteWriting(bad, { after: "exit 1" }), ["1 test failed", "exited with code 1"]],
    [
      "it exits with an error although its tests passed",
      suiteWriting(good, { after: "exit 3" }),
      ["exited with code 3"],
    ],
    ["it is killed", suiteWriting(good, { after: "kill -KILL $$" }), ["was ended by SIGKILL"]],
    [
      "it does not end in time",
      suiteWriting(good, { after: "sleep 60", timeout: "200ms" }),
      ["did not end within 0.2 s"],
    ],
    [
      "its program is missing",
      passingSuite({ command: ["no-such-program"] }),
      ["could not be started: the program no-such-program is not installed, or not on the PATH"],
    ],
    [
      "its shell does not find a program",
      passingSuite({ command: "no-such-program" }),
      ["exited with code 127: a program was not found", "no report report.xml was written"],
    ],
    [
      "its folder is missing",
      passingSuite({ working_directory: "nowhere" }),
      [/^could not be started: its working folder .*nowhere does not exist$/],
    ],
    ["it writes no report", passingSuite({ command: "true" }), ["no report report.xml was written"]],
    [
      "it leaves an old report",
      passingSuite({ command: "true", reports: ["old.xml"] }),
      ["no report old.xml was written: what is there is from before and is no evidence"],
    ],
    [
      "one of its reports is missing",
      passingSuite({ reports: ["report.xml", "more/*.xml"] }),
      ["no report more/*.xml was written"],
    ],
    ["its report is empty", passingSuite({ command: ": > report.xml" }), ["report.xml: is empty"]],
    ["its report is of no known format", suiteWriting("hello"), [/^report.xml: its format is not recognised/]],
    ["its report is cut off", suiteWriting(good.slice(0, -30)), [/^report.xml: .*not well-formed/]],
    [
      "its report is not of the format that is named",
      suiteWriting(good, { reports: [{ path: "report.xml", format: "ctrf" }] }),
      [/^report.xml: /],
    ],
    ["its report holds no tests", suiteWriting("<testsuite name='u'/>"), ["no test was executed"]],
    ["all of its tests were skipped", suiteWriting(junitReport({ adds: "skipped" })), ["no test was executed"]],
    [
      "it breaks a threshold",
      passingSuite({ thresholds: { max_duration_seconds: 0 } }),
      [/^duration 0\.\d+ s is more than 0 s$/],
    ],
    [
      "a threshold is of something that was not measured",
      passingSuite({ thresholds: { max_p95_ms: 200, max_error_budget_burn: 1 }, objective: 0.99 }),
      [
        "no P95 latency was measured; at most 200 ms is asked for",
        "no error budget burn was measured; at most 1 is asked for",
      ],
    ],
    ["it does not leave what it promised", passingSuite({ artifacts: ["dist/**"] }), ["no artifact dist/** was left"]],
  ])("not when %s", async (_what, suite, reasons) => {
    await workspace.write({ "old.xml": good });
    const { code, out } = await runSuites(workspace, [suite]);
    const [failed] = (await scorecard()).suites;
    expect({ code, status: failed?.status }).toEqual({ code: 1, status: "failed" });
    const matching = reasons.map((reason) => (reason instanceof RegExp ? expect.stringMatching(reason) : reason));
    expect(failed?.violations).toEqual(expect.arrayContaining(matching));
    const { overall_passed, suites } = await reportOf(workspace);
    expect({ overall_passed, reasons: suites[0]?.attempts[0]?.reasons }).toEqual({
      overall_passed: false,
      reasons: matching,
    });
    expect(out).toContain("NOT PASSED: 0 of 1 suites passed");
  });
});

describe("a run that passes", () => {
  it("exits with 0 and writes every file, also without a server", async () => {
    const suites = [
      passingSuite({
        description: "Rules",
        thresholds: { min_success_rate: 1 },
        artifacts: ["out/*.txt"],
        after: "mkdir -p out; echo a > out/a.txt",
      }),
      passingSuite({ name: "E2E", command: `cp report.xml e2e.xml; echo log; echo problem >&2`, reports: ["e2e.xml"] }),
    ];
    const { code, out, err } = await runSuites(workspace, suites, {
      args: ["--version", "1.4.0", "--owner", "platform"],
    });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("\nPASSED: 2 of 2 suites passed");
    const card = await scorecard();
    expect(card).toMatchObject({
      runId: "run-1",
      release: "1.4.0",
      commit: COMMIT,
      environment: "staging",
      owner: "platform",
      overallPassed: true,
    });
    expect(card.suites.map(({ name, tests }) => [name, tests?.passed])).toEqual([
      ["unit", 2],
      ["end-to-end", 2],
    ]);
    expect(card.suites[0]?.artifacts).toEqual([
      "out/a.txt",
      "readiness_logs/run-1/unit/attempt_1/reports/report.xml",
      "readiness_logs/run-1/unit/attempt_1.out",
      "readiness_logs/run-1/unit/attempt_1.err",
    ]);
    const tests = parseTestResults(await workspace.json("readiness_scorecards/run-1.tests.json"));
    expect(tests.suites.map(({ suite, tests }) => [suite, tests.length])).toEqual([
      ["unit", 2],
      ["end-to-end", 2],
    ]);
    expect(await workspace.read("readiness_logs/run-1/end-to-end/attempt_1.out")).toBe("log\n");
    expect(await workspace.read("readiness_logs/run-1/end-to-end/attempt_1.err")).toBe("problem\n");
    const report = await reportOf(workspace);
    expect(report).toMatchObject({
      overall_passed: true,
      interrupted: false,
      telemetry: { exported: false, reason: null },
      submission: null,
      files: { scorecard: "readiness_scorecards/run-1.json", tests: "readiness_scorecards/run-1.tests.json" },
    });
    expect(report.suites[0]?.attempts).toMatchObject([
      { attempt: 1, passed: true, end: "exited", exit_code: 0, reasons: [] },
    ]);
  });

  it("gives metrics of which the gate reads the whole run's", async () => {
    const suites = [passingSuite({ blocking: false }), passingSuite({ name: "e2e", after: "exit 1" })];
    await runSuites(workspace, [...suites].reverse());
    const document = parseMetrics(await workspace.json("readiness_metrics.json"));
    expect(document).toMatchObject({ run_id: "run-1", commit: COMMIT, environment: "staging" });
    expect(latestValues(document)).toMatchObject({ "readiness.passed": 0, "readiness.success_rate": 1, flake_rate: 0 });
    const passed = document.metrics.filter(({ name }) => name === "readiness.suite.passed");
    expect(passed.map(({ value, attributes }) => [attributes?.["test.suite.name"], value])).toEqual([
      ["end-to-end", 0],
      ["unit", 0],
    ]);
    expect(document.metrics.filter(({ name }) => name === "readiness.passed")).toHaveLength(1);
    expect(document.metrics.some(({ name }) => name === "latency_p95_ms")).toBe(false);
  });
});
