import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Collector } from "../testing/collector";
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
import { answerJson, FakeServer, type Received } from "../testing/server";

vi.setConfig({ testTimeout: 30_000 });
let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

const failing = suiteWriting(junitReport({ adds: "failed", removes: "passed" }));

describe("on GitHub", () => {
  const github = {
    GITHUB_ACTIONS: "true",
    GITHUB_SERVER_URL: "https://git.example",
    GITHUB_REPOSITORY: "team/shop",
    GITHUB_RUN_ID: "42",
    GITHUB_STEP_SUMMARY: "summary.md",
  };

  it("a failing suite and its failing tests are annotated, and the summary page lists the suites", async () => {
    const suites = [failing, passingSuite({ name: "e2e" })];
    const { out } = await runSuites(workspace, suites, { env: github });
    expect(out.split("\n").filter((line) => line.startsWith("::"))).toEqual([
      "::error title=Readiness%3A unit did not pass::1 test failed",
      "::error title=Readiness%3A end-to-end did not run::not run: unit did not pass, and is blocking",
      "::error file=src/adds.ts,title=unit%3A group%3A adds::it broke",
    ]);
    const summary = await workspace.read("summary.md");
    expect(summary).toContain("## Readiness: not passed\n\n0 of 2 suites passed.");
    expect(summary).toContain("| unit | **not passed** | 1 of 2 | 0 |");
    expect(summary).toContain("| end-to-end | not run |");
    expect((await reportOf(workspace)).run_url).toBe("https://git.example/team/shop/actions/runs/42");
  });

  it("a run that passes has no annotation", async () => {
    const { out } = await runSuites(workspace, [passingSuite()], { env: github });
    expect(out).not.toContain("::");
    expect(await workspace.read("summary.md")).toContain("## Readiness: passed");
  });

  it("a summary that cannot be written changes nothing", async () => {
    const env = { ...github, GITHUB_STEP_SUMMARY: "no/such/folder/summary.md" };
    const { code, err } = await runSuites(workspace, [passingSuite()], { env });
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining("warning: no summary was written") });
  });

  it("nothing in a report or a log becomes a command, a table cell or a link", async () => {
    const nasty = "::error::forged%0A::stop-commands::x&#10;::error::second | [link](x) &lt;b&gt;";
    const report = `<testsuite name="u"><testcase name="${nasty}"><failure message="${nasty}"/></testcase></testsuite>`;
    const log = "printf '::error::forged\\n##[error]forged\\r::warning::x\\033[31m\\n' >&2; exit 1";
    const suites: SuiteDraft[] = [
      suiteWriting(report, { blocking: false, after: log }),
      suiteWriting("none", { name: "e2e", after: log }),
    ];
    const { out, err } = await runSuites(workspace, suites, { env: github });
    const lines = (out + err).split(/[\n\r]/);
    const commands = lines.filter((line) => /^\s*(::|##\[)/.test(line));
    expect(commands.length).toBe(3);
    for (const command of commands) expect(command).toMatch(/^::error title=(Readiness%3A|unit%3A)/);
    expect(out).toContain("    | ::error::forged\n    | ##[error]forged\n    | ::warning::x [31m\n");
    const summary = await workspace.read("summary.md");
    expect(summary).not.toMatch(/[^\\]\[link|<b>/);
    expect(summary.split("\n").filter((line) => line.startsWith("|"))).toHaveLength(4);
  });
});

describe("for people and for programs", () => {
  it("a terminal shows what is running, in its width", async () => {
    const { err, out } = await runSuites(workspace, [passingSuite({ retries: 1 })], { columns: 30 });
    expect(err).toBe("\r\u001b[2K- unit: running, attempt 1 of\r\u001b[2K");
    expect(out).not.toContain("running");
  });

  it("a log gets plain lines with the reasons, the failing tests and where to look", async () => {
    const { out, err } = await runSuites(workspace, [failing]);
    expect(err).toBe("");
    expect(out).toContain("- unit: running\n- unit: DID NOT PASS in ");
    expect(out).toContain("    - failed: adds: it broke\n    - logs: readiness_logs/run-1/unit/attempt_1.out, ");
  });

  it("--json prints the report and nothing else", async () => {
    const { out, err } = await runSuites(workspace, [passingSuite()], { args: ["--json"] });
    expect(JSON.parse(out)).toEqual(await reportOf(workspace));
    expect(err).toContain("- unit: passed");
  });
});

describe("--submit", () => {
  const answers: Record<string, object> = {
    scorecards: { id: "s1", runId: "run-1", digest: "", overallPassed: true, duplicate: false },
    "test-results": { id: "t1", runId: "run-1", digest: "", tests: 2, duplicate: false },
    metrics: { id: "m1", runId: "run-1", digest: "", duplicate: false },
  };
  const noun = ({ url }: Received) => url.split("/").at(-1) ?? "";

  async function submit(suites: SuiteDraft[], { refusing = "", env = {} }: { refusing?: string; env?: object } = {}) {
    const answer = (request: Received, response: ServerResponse) =>
      noun(request) === refusing
        ? answerJson(response, 409, { title: "run-1 is stored with other content" })
        : answerJson(response, 201, answers[noun(request)]);
    return FakeServer.during(answer, async (server) => {
      const result = await runSuites(workspace, suites, {
        args: ["--submit"],
        told: { environment: "staging", service: "shop" },
        env: { ...server.env, ...env },
      });
      return { ...result, received: server.received };
    });
  }

  it("sends scorecard, tests and metrics, in this order, with keys made of their content", async () => {
    const { code, out, received } = await submit([passingSuite()]);
    expect(code).toBe(0);
    expect(received.map(noun)).toEqual(["scorecards", "test-results", "metrics"]);
    const [card, tests, metrics] = received.map(({ body }) => body as Record<string, unknown>);
    expect(card).toMatchObject({ service: "shop", environment: "staging", commit: COMMIT });
    expect(card?.document).toEqual(await workspace.json("readiness_scorecards/run-1.json"));
    expect(tests).toEqual({ service: "shop", document: await workspace.json("readiness_scorecards/run-1.tests.json") });
    expect(metrics).toEqual({ service: "shop", document: await workspace.json("readiness_metrics.json") });
    expect(new Set(received.map(({ headers }) => headers["idempotency-key"])).size).toBe(3);
    expect(out).toContain("Scorecard of run run-1 is stored");
    expect((await reportOf(workspace)).submission).toEqual({ submitted: true, reason: null });
  });

  it("sends what did not pass too", async () => {
    const { code, received } = await submit([failing]);
    expect({ code, received: received.length }).toEqual({ code: 1, received: 3 });
  });

  it("a run that passed fails when it is refused; its files stay, and how to send them later is told", async () => {
    const { code, err, received } = await submit([passingSuite()], { refusing: "test-results" });
    expect({ code, received: received.map(noun) }).toEqual({ code: 4, received: ["scorecards", "test-results"] });
    expect(err).toContain("not submitted: tests: ");
    expect(err).toContain(
      [
        "send them later with",
        "  readiness submit tests readiness_scorecards/run-1.tests.json --service shop --environment staging",
        "  readiness submit metrics readiness_metrics.json --service shop --environment staging\n",
      ].join("\n"),
    );
    expect((await reportOf(workspace)).submission).toMatchObject({ submitted: false });
  });

  it.each([
    ["no token", { READINESS_TOKEN: "" }, /no token/],
    ["no server", { READINESS_SERVER: "" }, /no server/],
  ])("%s is bad input before anything runs", async (_what, env, message) => {
    const { code, err, received } = await submit([passingSuite({ after: "touch ran" })], { env });
    expect({ code, received }).toEqual({ code: 3, received: [] });
    expect(err).toMatch(message);
    await expect(workspace.read("ran")).rejects.toThrow("ENOENT");
  });
});

describe("telemetry", () => {
  it("a span for the run and one for each suite below it, and the metrics", async () => {
    const collector = await Collector.answering();
    const suites = [
      passingSuite({ after: "echo $TRACEPARENT > parent" }),
      suiteWriting("x", { name: "e2e" }),
      passingSuite({ name: "security" }),
    ];
    await runSuites(workspace, suites, { env: collector.env });
    await collector.stop();
    const spans = collector.spans();
    const run = spans.find(({ name }) => name === "readiness.run");
    const suitesSpans = spans.filter(({ name }) => name === "readiness.suite");
    expect(run?.attributes).toMatchObject({
      "cicd.pipeline.run.id": "run-1",
      "cicd.pipeline.result": "failure",
      "vcs.ref.head.revision": COMMIT,
      "deployment.environment.name": "staging",
    });
    expect(suitesSpans.map(({ attributes }) => attributes)).toMatchObject([
      { "test.suite.name": "unit", "test.suite.run.status": "success", "cicd.pipeline.task.run.result": "success" },
      {
        "test.suite.name": "end-to-end",
        "test.suite.run.status": "failure",
        "cicd.pipeline.task.run.result": "failure",
      },
      { "test.suite.name": "security", "test.suite.run.status": "skipped", "cicd.pipeline.task.run.result": "skip" },
    ]);
    expect(suitesSpans.map(({ parentSpanId }) => parentSpanId)).toEqual([run?.spanId, run?.spanId, run?.spanId]);
    const [unit] = suitesSpans;
    expect(await workspace.read("parent")).toBe(`00-${unit?.traceId}-${unit?.spanId}-01\n`);
    const names = collector.points().map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["readiness.passed", "readiness.duration_seconds", "readiness.suite.passed"]),
    );
    expect(await reportOf(workspace)).toMatchObject({
      telemetry: { exported: true, reason: null },
      trace_id: run?.traceId,
    });
  });

  it("a collector that fails changes nothing about the result, and the metrics are kept", async () => {
    const collector = await Collector.answering((_, response) => response.writeHead(400).end());
    const { code } = await runSuites(workspace, [passingSuite()], { env: collector.env });
    await collector.stop();
    expect(code).toBe(0);
    expect((await reportOf(workspace)).telemetry).toMatchObject({ exported: false, reason: expect.any(String) });
    expect(await workspace.json("readiness_metrics.json")).toMatchObject({ run_id: "run-1" });
  });
});
