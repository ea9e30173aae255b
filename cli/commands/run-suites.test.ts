import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import { junitReport, passingSuite, reportOf, runSuites, type SuiteDraft } from "../testing/readiness-run";
import { TOKEN, Workspace } from "../testing/run";

vi.setConfig({ testTimeout: 30_000 });
let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

const scorecard = async () => parseScorecard(await workspace.json("readiness_scorecards/run-1.json"));
const listing = (folder: string) => readdir(join(workspace.folder, folder), { recursive: true });

describe("which suites run", () => {
  const broken = (differences: Partial<SuiteDraft>) => passingSuite({ command: "exit 1", ...differences });
  const outcomes = async () =>
    (await reportOf(workspace)).suites.map(({ suite, passed, not_run }) => [suite, not_run ?? passed]);

  it("a blocking suite that does not pass stops the later ones, which are listed with the reason", async () => {
    const { code } = await runSuites(workspace, [
      broken({}),
      passingSuite({ name: "e2e" }),
      passingSuite({ name: "security" }),
    ]);
    const reason = "unit did not pass, and is blocking";
    expect({ code, outcomes: await outcomes() }).toEqual({
      code: 1,
      outcomes: [
        ["unit", false],
        ["end-to-end", reason],
        ["security", reason],
      ],
    });
    expect((await scorecard()).suites.map(({ status }) => status)).toEqual(["failed", "skipped", "skipped"]);
    expect(await listing("readiness_logs/run-1")).not.toContain("security");
  });

  it("others go on, and the run has not passed all the same", async () => {
    const { code } = await runSuites(workspace, [broken({ blocking: false }), passingSuite({ name: "e2e" })]);
    expect({ code, outcomes: await outcomes() }).toEqual({
      code: 1,
      outcomes: [
        ["unit", false],
        ["end-to-end", true],
      ],
    });
  });

  it("--only selects by any spelling; what it leaves out is listed, and the run has not passed", async () => {
    const suites = ["unit", "e2e", "security"].map((name) => passingSuite({ name }));
    const { code, out } = await runSuites(workspace, suites, { args: ["--only", "End to end"] });
    const reason = "was not selected with --only end-to-end";
    expect({ code, outcomes: await outcomes() }).toEqual({
      code: 1,
      outcomes: [
        ["unit", reason],
        ["end-to-end", true],
        ["security", reason],
      ],
    });
    expect(out).toContain("Suites that were not selected count as not passed.");
    const all = await runSuites(workspace, suites, {
      args: ["--run-id", "run-2", "--only", "unit,e2e", "--only", "security"],
    });
    expect(all.code).toBe(0);
  });

  it("an unknown name is bad input, and nothing runs", async () => {
    const { code, err } = await runSuites(workspace, [passingSuite({ after: "touch ran" })], {
      args: ["--only", "unti"],
    });
    expect({ code, err }).toEqual({ code: 3, err: "readiness: --only unti: there is no such suite; there are unit\n" });
    await expect(workspace.read("ran")).rejects.toThrow("ENOENT");
  });
});

describe("what a suite's process finds", () => {
  it("the pipeline's environment, its own, and the run; no secrets of this program", async () => {
    const env = {
      HOME: "/home",
      READINESS_TOKEN: TOKEN,
      INPUT_TOKEN: TOKEN,
      OTEL_EXPORTER_OTLP_HEADERS: "authorization=x",
      SHARED: "pipeline",
    };
    const suite = passingSuite({ env: { SHARED: "suite", PORT: 8080 }, after: "env > seen" });
    await runSuites(workspace, [suite], { env });
    const seen = new Map(
      (await workspace.read("seen")).split("\n").map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
    );
    expect(Object.fromEntries(seen)).toMatchObject({
      HOME: "/home",
      SHARED: "suite",
      PORT: "8080",
      READINESS_RUN_ID: "run-1",
      READINESS_SUITE: "unit",
      READINESS_ATTEMPT: "1",
      READINESS_ENVIRONMENT: "staging",
      TRACEPARENT: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/),
    });
    expect([...seen.keys()].filter((name) => /TOKEN|HEADERS/.test(name))).toEqual([]);
    await runSuites(workspace, [passingSuite({ env: { READINESS_TOKEN: "test" }, after: "env > seen" })], {
      env,
      args: ["--run-id", "run-2"],
    });
    expect(await workspace.read("seen")).toContain("READINESS_TOKEN=test\n");
  });

  it("outputs that it may open by their names", async () => {
    const suite = passingSuite({ after: "echo problem >&2; echo hello > /dev/stdout && echo more >> /dev/stderr" });
    expect((await runSuites(workspace, [suite])).code).toBe(0);
    expect(await workspace.read("readiness_logs/run-1/unit/attempt_1.out")).toBe("hello\n");
    expect(await workspace.read("readiness_logs/run-1/unit/attempt_1.err")).toBe("problem\nmore\n");
  });

  it("the folders that its reports go to", async () => {
    const command = `cat report.xml > new/folder/report.xml`;
    await workspace.write({ "report.xml": junitReport({ adds: "passed" }) });
    expect((await runSuites(workspace, [passingSuite({ command, reports: ["new/folder/*.xml"] })])).code).toBe(0);
  });

  it("its own folder, where its reports and artifacts are too", async () => {
    await mkdir(join(workspace.folder, "web"));
    const suite = passingSuite({ working_directory: "web", artifacts: ["*.txt"], after: "pwd > here.txt" });
    expect((await runSuites(workspace, [suite])).code).toBe(0);
    expect(await workspace.read("web/here.txt")).toBe(`${workspace.folder}/web\n`);
    expect((await scorecard()).suites[0]?.artifacts).toEqual(
      expect.arrayContaining(["web/here.txt", "readiness_logs/run-1/unit/attempt_1/reports/web/report.xml"]),
    );
  });

  it.each([
    ["the option", ["--environment", "production"], { READINESS_ENVIRONMENT: "preprod" }, "production"],
    ["the variable", [], { READINESS_ENVIRONMENT: "preprod" }, "preprod"],
    ["the file", [], {}, "staging"],
  ])("the environment that %s names", async (_who, args, env: Record<string, string>, environment) => {
    await runSuites(workspace, [passingSuite()], { args, env });
    expect((await scorecard()).environment).toBe(environment);
  });
});

it.each([
  ["no environment", [], {}, /missing: give --environment or READINESS_ENVIRONMENT/],
  ["a run id that is a path", ["--environment", "a", "--run-id", "../x"], {}, /--run-id \.\.\/x: must be/],
  ["a commit that is none", ["--environment", "a", "--commit", "main"], {}, /--commit main: must be a git commit/],
  ["a version that is none", ["--environment", "a", "--version", "a b"], {}, /--version a b: must be/],
  ["a missing file", ["--config", "none.yml"], {}, /none\.yml: there is no such file/],
])("%s is bad input", async (_what, args, env, message) => {
  const { code, err } = await runSuites(workspace, [passingSuite()], { args, env, told: {} });
  expect(code).toBe(3);
  expect(err).toMatch(message);
});
