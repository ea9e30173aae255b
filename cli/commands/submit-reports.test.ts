import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import { parseTestResults } from "@/lib/core/test-results/parse";
import { fixtures } from "../adapters/testing/attempts";
import { COMMIT, NOW } from "../testing/evidence";
import { type Files, run, Workspace } from "../testing/run";
import { answerJson, FakeServer, type Received } from "../testing/server";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

async function submit(args: string[], files: Files = {}) {
  await workspace.write(files);
  const stored = { id: "1", runId: "run-1", overallPassed: false, tests: 3, duplicate: false };
  const answer = (_request: Received, response: ServerResponse) => answerJson(response, 201, stored);
  return FakeServer.during(answer, async (server) => {
    const env = { ...server.env, READINESS_SERVICE: "service-api", READINESS_ENVIRONMENT: "production" };
    const result = await run(["submit", ...args], { cwd: workspace.folder, env, now: NOW });
    return { ...result, sent: server.received.at(0) };
  });
}
const sentSuites = (sent: Received | undefined) => {
  const { document } = (sent?.body ?? {}) as { document: unknown };
  return { suites: parseScorecard(document).suites, document: document as { suites: Record<string, unknown>[] } };
};

describe("submit scorecard --report", () => {
  const build = ["scorecard", "--commit", COMMIT, "--run-id", "run-1"];
  const real = async (path: string) => readFile(`${fixtures.cwd}/${path}`);

  it("recognises each file, and brings the failures and how each test ended along", async () => {
    const files = {
      "r/pytest.xml": await real("pytest/pytest-9.xml"),
      "r/e2e.json": await real("playwright/report.json"),
      "r/jest.json": await real("jest/ctrf.json"),
    };
    const reports = ["--report", "unit=r/pytest.xml", "--report", "unit=r/jest.json", "--report", "e2e=r/e2e.json"];
    const { code, sent } = await submit([...build, ...reports, "--tests-out", "tests.json"], files);
    expect(code).toBe(0);
    const { suites, document } = sentSuites(sent);
    expect(suites).toMatchObject([
      { name: "unit", status: "failed", tests: { total: 25, passed: 12, failed: 9, skipped: 4, flaky: 1 } },
      { name: "end-to-end", status: "failed", tests: { total: 26, failed: 9, flaky: 2 } },
    ]);
    expect(document.suites[0]?.failures).toContainEqual(
      expect.objectContaining({
        name: "test_fails",
        message: "AssertionError: the total of <1>, 2 & 3\nassert 6 == 7",
      }),
    );
    const tests = parseTestResults(await workspace.json("tests.json"));
    expect(tests).toMatchObject({
      run_id: "run-1",
      commit: COMMIT,
      environment: "production",
      ran_at: NOW.toISOString(),
    });
    expect(tests.suites.map(({ suite, tests: each }) => [suite, each.length])).toEqual([
      ["unit", 25],
      ["e2e", 26],
    ]);
  });

  it("takes several scanners or measurements of a suite together, not the last one alone", async () => {
    const finding = (id: string, severity: string) => ({ VulnerabilityID: id, Severity: severity, PkgName: "p" });
    const trivy = (id: string) => ({
      SchemaVersion: 2,
      Results: [{ Target: "t", Vulnerabilities: [finding(id, "HIGH")] }],
    });
    const reports = ["--report", "security=a.json", "--report", "security=b.json"];
    const { sent, err } = await submit([...build, ...reports], { "a.json": trivy("CVE-1"), "b.json": trivy("CVE-2") });
    expect(err).toBe("");
    expect(sentSuites(sent).suites).toMatchObject([{ name: "security", vulnerabilities: { high: 2 } }]);
  });

  it("counts a scan as one test of its suite, so that its rates are known, and a suite of tests as its tests", async () => {
    const scan = { SchemaVersion: 2, Results: [{ Target: "t", Vulnerabilities: [] }] };
    const files = { "a.json": scan, "unit.xml": '<testsuite><testcase name="a"/><testcase name="b"/></testsuite>' };
    const { sent } = await submit([...build, "--report", "security=a.json", "--report", "unit=unit.xml"], files);
    expect(sentSuites(sent).suites).toMatchObject([
      { name: "security", status: "passed", tests: { total: 1, passed: 1, flaky: 0 }, flakeRate: 0 },
      { name: "unit", tests: { total: 2, passed: 2 } },
    ]);
  });

  it.each<[string, Files, RegExp]>([
    ["of no known format", { "r.txt": "hello" }, /r\.txt: its format is not recognised; name it \(.*junit/],
    ["that is empty", { "r.txt": "" }, /r\.txt: is empty/],
    ["that is not there", {}, /r\.txt: there is no such file/],
    ["that was cut off", { "r.txt": "<testsuite><testcase" }, /r\.txt: line 1: is not well-formed/],
  ])("refuses a file %s, and sends nothing", async (_what, files, reason) => {
    const { code, err, sent } = await submit([...build, "--report", "unit=r.txt"], files);
    expect({ code, sent }).toEqual({ code: 3, sent: undefined });
    expect(err).toMatch(reason);
  });

  it("refuses --junit for a file that is none, and --tests-out where nothing was tested", async () => {
    const ctrf = { "r.json": { results: { tool: {}, tests: [], summary: { tests: 0, failed: 0 } } } };
    expect(await submit([...build, "--junit", "unit=r.json"], ctrf)).toMatchObject({ code: 3, sent: undefined });
    const withTests = [...build, "--report", "unit=r.json", "--tests-out", "t.json"];
    expect(await submit(withTests, ctrf)).toMatchObject({ code: 3, sent: undefined });
  });
});

describe("submit tests", () => {
  const document = {
    run_id: "run-1",
    commit: COMMIT,
    environment: "production",
    ran_at: NOW.toISOString(),
    suites: [{ suite: "unit", tests: [{ name: "a", outcome: "flaky" }] }],
  };

  it("sends the document as it is", async () => {
    const { code, out, sent } = await submit(["tests", "t.json"], { "t.json": document });
    expect({ code, out }).toEqual({ code: 0, out: "3 tests of run run-1 are stored (1)\n" });
    expect(sent).toMatchObject({
      method: "POST",
      url: "/api/v1/test-results",
      body: { service: "service-api", document },
    });
  });

  it.each([
    ["of another environment", { ...document, environment: "staging" }, []],
    ["of another commit", document, ["--commit", "abcdef0"]],
    [
      "with an unknown outcome",
      { ...document, suites: [{ suite: "unit", tests: [{ name: "a", outcome: "ok" }] }] },
      [],
    ],
    ["that is a scorecard", { run_id: "run-1", suites: [] }, []],
  ])("refuses one %s before anything is sent", async (_what, file, args) => {
    expect(await submit(["tests", "t.json", ...args], { "t.json": file })).toMatchObject({ code: 3, sent: undefined });
  });
});
