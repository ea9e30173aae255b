import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import { junitReport, passingSuite, reportOf, runSuites } from "../testing/readiness-run";
import { Workspace } from "../testing/run";

vi.setConfig({ testTimeout: 30_000 });
let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

const scorecard = async () => parseScorecard(await workspace.json("readiness_scorecards/run-1.json"));
const listing = (folder: string) => readdir(join(workspace.folder, folder), { recursive: true });

describe("retries", () => {
  const byAttempt = (...reports: string[]) =>
    `case $READINESS_ATTEMPT in ${reports.map((text, at) => `${at + 1}) echo '${text}' > report.xml;;`).join(" ")} esac`;
  const [failing, passing] = [
    junitReport({ adds: "failed", removes: "passed" }),
    junitReport({ adds: "passed", removes: "passed" }),
  ];

  it("end with the first attempt that passes, and erase no flake, no log and no report", async () => {
    const { code, out } = await runSuites(workspace, [
      passingSuite({ retries: 5, command: byAttempt(failing, passing) }),
    ]);
    expect(code).toBe(0);
    expect(out).toContain("- unit: attempt 1 did not pass");
    const [suite] = (await scorecard()).suites;
    expect(suite).toMatchObject({ status: "passed", tests: { total: 2, passed: 2, flaky: 1 }, flakeRate: 0.5 });
    const [reported] = (await reportOf(workspace)).suites;
    expect(reported?.attempts.map(({ passed, reasons }) => [passed, reasons])).toEqual([
      [false, ["1 test failed"]],
      [true, []],
    ]);
    expect(await workspace.read("readiness_logs/run-1/unit/attempt_1/reports/report.xml")).toContain("it broke");
    expect(await listing("readiness_logs/run-1/unit")).toEqual(
      expect.arrayContaining(["attempt_1.out", "attempt_1.err", "attempt_2.out", "attempt_2.err"]),
    );
  });

  it("end when there are none left", async () => {
    const { code } = await runSuites(workspace, [
      passingSuite({ retries: 2, command: byAttempt(failing, failing, failing, passing) }),
    ]);
    expect(code).toBe(1);
    expect((await reportOf(workspace)).suites[0]?.attempts).toHaveLength(3);
  });

  it("follow any failure: a broken threshold, a report that is missing, a time that is over", async () => {
    const command = `case $READINESS_ATTEMPT in 1) ;; 2) sleep 60;; *) echo '${passing}' > report.xml;; esac`;
    const { code } = await runSuites(workspace, [passingSuite({ retries: 3, command, timeout: "1s" })]);
    const [suite] = (await reportOf(workspace)).suites;
    expect({ code, flaky: suite?.tests?.flaky }).toEqual({ code: 0, flaky: 1 });
    expect(suite?.attempts.map(({ end }) => end)).toEqual(["exited", "timed_out", "exited"]);
  });

  it("do not make a test good that they do not run again", async () => {
    const fewer = junitReport({ removes: "passed" });
    const { code } = await runSuites(workspace, [passingSuite({ retries: 1, command: byAttempt(failing, fewer) })]);
    expect(code).toBe(1);
    expect((await scorecard()).suites[0]?.violations).toEqual([
      "1 tests that failed in an earlier attempt did not run again",
    ]);
  });

  it("do not hide too many flakes", async () => {
    const thresholds = { max_flake_rate: 0.1 };
    const suite = passingSuite({ retries: 1, command: byAttempt(failing, passing), thresholds });
    expect((await runSuites(workspace, [suite])).code).toBe(1);
    expect((await scorecard()).suites[0]?.violations).toEqual(["flake rate 0.5 is more than 0.1"]);
  });

  it("read only what the same attempt wrote", async () => {
    const { code } = await runSuites(workspace, [passingSuite({ retries: 1, command: byAttempt(failing) })]);
    expect(code).toBe(1);
    expect((await reportOf(workspace)).suites[0]?.attempts[1]?.reasons[0]).toMatch(/what is there is from before/);
  });
});
