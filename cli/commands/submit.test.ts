import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digestOf, sha256 } from "@/lib/core/digest";
import { parseManifest } from "@/lib/core/manifest/parse";
import { parseMetrics } from "@/lib/core/metrics/parse";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import * as evidence from "../testing/evidence";
import { type Files, run, Workspace } from "../testing/run";
import { answerJson, FakeServer, type Received } from "../testing/server";

const COMMIT = evidence.COMMIT;
let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

const ANSWERS: Record<string, object> = {
  scorecards: { id: "s1", runId: "run-1", digest: "", overallPassed: true, duplicate: false },
  metrics: { id: "m1", runId: "run-1", digest: "", duplicate: true },
  rehearsals: { id: "r1", outcome: "passed" },
  manifest: { id: "f1", revision: 2, digest: `sha256:${"0".repeat(64)}`, changed: true },
  advance: { releaseId: "release-1", stage: "build", status: "running" },
  releases: {
    items: [{ id: "release-1", service: "service-api", environment: "production", version: "2025.10.01" }],
    nextCursor: null,
  },
};

async function submit(args: string[], files: Files = {}) {
  await workspace.write(files);
  const answer = ({ url, method }: Received, response: ServerResponse) => {
    const noun = new URL(url, "http://localhost").pathname.split("/").at(-1) ?? "";
    answerJson(response, method === "POST" ? 201 : 200, ANSWERS[noun]);
  };
  return FakeServer.during(answer, async (server) => {
    const env = { ...server.env, READINESS_SERVICE: "service-api", READINESS_ENVIRONMENT: "production" };
    const result = await run(args, { cwd: workspace.folder, env, now: evidence.NOW });
    const sent: Received | undefined = server.received.findLast(({ method }) => method !== "GET");
    return { ...result, sent, requests: server.received.length };
  });
}

describe("submit scorecard", () => {
  const build = ["submit", "scorecard", "--commit", COMMIT, "--run-id", "run-1"];
  const reports: Files = {
    "unit.xml": '<testsuite name="u"><testcase name="a" time="1.5"/><testcase name="b" time="0.5"/></testsuite>',
    "e2e/1.xml": '<testsuite name="e"><testcase name="a"><failure/></testcase></testsuite>',
    "e2e/2.xml": '<testsuite name="e"><testcase name="a"/></testsuite>',
    "none.xml": '<testsuite name="n" tests="0"/>',
    "performance.json": { name: "performance", status: "passed", p95_latency_ms: 174, error_rate: 0.002 },
    "security.json": { suite: "security", passed: true, vulnerabilities: { critical: 0, high: 0, medium: 0, low: 1 } },
  };
  const sources = ["--junit", "unit=unit.xml", "--junit", "e2e=e2e/*.xml"];
  const suiteFiles = ["--suite", "performance.json", "--suite", "security.json"];

  it("is built from reports and suite files, and is what the core accepts", async () => {
    const { code, sent, out } = await submit([...build, ...sources, ...suiteFiles, "--out", "out/card.json"], reports);
    expect({ code, out }).toEqual({ code: 0, out: "Scorecard of run run-1 is stored: it passed (s1)\n" });
    const { document, ...about } = (sent?.body ?? {}) as Record<string, unknown>;
    expect(about).toEqual({ service: "service-api", environment: "production", commit: COMMIT });
    expect(await workspace.json("out/card.json")).toEqual(document);
    const { suites, overallPassed, generatedAt } = parseScorecard(document);
    expect({ overallPassed, generatedAt }).toEqual({ overallPassed: true, generatedAt: evidence.NOW.toISOString() });
    expect(suites).toMatchObject([
      { name: "unit", status: "passed", durationSeconds: 2, tests: { total: 2, passed: 2 } },
      { name: "end-to-end", status: "passed", flakeRate: 1, tests: { total: 1, flaky: 1 } },
      { name: "performance", status: "passed", latencyP95Ms: 174 },
      { name: "security", status: "passed", vulnerabilities: { low: 1 } },
    ]);
  });

  it.each([
    ["executed no test", "none.xml", "no test was executed"],
    ["hides a failure", "hidden.xml", "hidden.xml: declares 1 more failures or errors than it shows"],
  ])("a suite that %s did not pass, and neither did the run", async (_what, file, violation) => {
    const hidden = { "hidden.xml": '<testsuite name="h" failures="1"><testcase name="a"/></testsuite>' };
    const { sent } = await submit([...build, "--junit", `unit=${file}`], { ...reports, ...hidden });
    const { document } = (sent?.body ?? {}) as { document: Record<string, unknown> };
    expect(document.overall_passed).toBe(false);
    expect(parseScorecard(document).suites).toMatchObject([{ status: "failed", violations: [violation] }]);
  });

  it("a suite that was skipped did not pass", async () => {
    const skipped = { "p.json": { name: "performance", status: "skipped" } };
    const { sent } = await submit([...build, "--suite", "p.json"], skipped);
    expect(sent?.body).toMatchObject({ document: { overall_passed: false } });
  });

  it("gives the run's own telemetry: only what was measured, the flake rate of the flakiest suite", async () => {
    await submit([...build, ...sources, ...suiteFiles, "--metrics-out", "metrics.json"], reports);
    const { metrics, ...about } = parseMetrics(await workspace.json("metrics.json"));
    expect(about).toMatchObject({ run_id: "run-1", commit: COMMIT, environment: "production" });
    expect(Object.fromEntries(metrics.map(({ name, value }) => [name, value]))).toEqual({
      "readiness.passed": 1,
      latency_p95_ms: 174,
      error_rate: 0.002,
      flake_rate: 1,
    });
    await submit([...build, "--junit", "unit=none.xml", "--metrics-out", "few.json"], reports);
    expect(parseMetrics(await workspace.json("few.json")).metrics).toMatchObject([
      { name: "readiness.passed", value: 0 },
    ]);
  });

  it("is sent as the file has it", async () => {
    const files = { "card.json": evidence.scorecardFile };
    const { sent } = await submit(["submit", "scorecard", "card.json"], files);
    expect(sent?.body).toEqual({
      service: "service-api",
      environment: "production",
      commit: COMMIT,
      document: evidence.scorecardFile,
    });
  });

  it.each([
    ["neither a file nor reports", []],
    ["a file and reports", ["card.json", "--junit", "unit=unit.xml"]],
    ["a report that is not there", ["--junit", "unit=missing.xml"]],
    ["a report without its suite", ["--junit", "unit.xml"]],
    ["two reports of one suite under two names", ["--junit", "e2e=unit.xml", "--junit", "end-to-end=unit.xml"]],
    ["a suite file that is none", ["--suite", "card.json"]],
    ["another environment than the file's", ["card.json", "--environment", "staging"]],
    ["another commit than the file's", ["card.json", "--commit", "abcdef0"]],
    ["a commit that is none", ["--junit", "unit=unit.xml", "--commit", "HEAD"]],
  ])("is bad input with %s, and nothing is sent", async (_what, args) => {
    const files = { ...reports, "card.json": evidence.scorecardFile };
    const { code, err, requests } = await submit(["submit", "scorecard", ...args], files);
    expect({ code, requests }).toEqual({ code: 3, requests: 0 });
    expect(err).not.toBe("");
  });
});

describe("submit metrics and rehearsal", () => {
  const rehearsal = {
    kind: "rollback",
    service: "service-api",
    environment: "production",
    started_at: "2025-09-30T10:00:00Z",
    finished_at: "2025-09-30T10:20:00Z",
    outcome: "passed",
    participants: ["Rosa"],
    from_version: "2",
    to_version: "1",
  };

  it("send the documents as they are", async () => {
    const metrics = await submit(["submit", "metrics", "m.json"], { "m.json": evidence.metricsFile });
    expect(metrics.out).toBe("Metrics of run run-1 were stored before (m1)\n");
    expect(metrics.sent?.body).toEqual({ service: "service-api", document: evidence.metricsFile });
    const { sent } = await submit(["submit", "rehearsal", "r.json"], { "r.json": rehearsal });
    expect(sent).toMatchObject({ url: "/api/v1/rehearsals", body: rehearsal });
  });

  it.each([
    ["metrics of another environment", ["metrics", "f.json"], { ...evidence.metricsFile, environment: "staging" }],
    ["metrics that are none", ["metrics", "f.json"], { metrics: [] }],
    ["a rehearsal without an outcome", ["rehearsal", "f.json"], { ...rehearsal, outcome: undefined }],
    ["a rehearsal with a naive time", ["rehearsal", "f.json"], { ...rehearsal, started_at: "2025-09-30T10:00:00" }],
  ])("refuse %s before anything is sent", async (_what, args, file) => {
    expect(await submit(["submit", ...args], { "f.json": file })).toMatchObject({ code: 3, requests: 0 });
  });
});

describe("submit manifest", () => {
  const { scorecard_path: _path, ...whole } = evidence.manifestFile() as Record<string, unknown>;
  const { digest: _digest, revision: _revision, approvals: _approvals, waivers: _waivers, ...content } = whole;
  const { release: _release, service: _service, environment: _environment, commit: _commit, ...template } = content;
  const files: Files = {
    "template.json": { ...template, authors: undefined },
    "dist/b.js": "bee",
    "dist/a/.hidden": "a",
    "dist/a/[id].js": "id",
    "card.json": evidence.scorecardFile,
  };
  const put = ["submit", "manifest", "template.json", "--version", "2025.10.01", "--commit", COMMIT];
  const byAda = [...put, "--author", "Ada Author <ada@example.test>"];

  it("completes a template, hashes artifacts in order and puts it to the release that it names", async () => {
    const args = [...byAda, "--artifact", "dist/**", "--artifact", "bee=dist/b.js", "--scorecard", "card.json"];
    const { code, sent, out } = await submit([...args, "--out", "manifest.json"], files);
    expect(code).toBe(0);
    expect(out).toMatch(/^Manifest of service-api 2025\.10\.01 for production: revision 2, sha256:/);
    expect(sent).toMatchObject({ method: "PUT", url: "/api/v1/releases/release-1/manifest" });
    const manifest = parseManifest(sent?.body);
    expect(manifest.authors).toEqual([{ name: "Ada Author", email: "ada@example.test" }]);
    expect(manifest.scorecard).toEqual({ run_id: "run-1", digest: digestOf(evidence.scorecardFile) });
    expect(manifest.artifacts).toEqual([
      { name: "bee", hash: sha256("bee"), bytes: 3 },
      { name: "dist/a/.hidden", hash: sha256("a"), bytes: 1 },
      { name: "dist/a/[id].js", hash: sha256("id"), bytes: 2 },
      { name: "dist/b.js", hash: sha256("bee"), bytes: 3 },
      ...parseManifest({ ...content }).artifacts,
    ]);
    expect(await workspace.json("manifest.json")).toEqual(sent?.body);
  });

  it("sends nothing on a dry run", async () => {
    const { code, out, requests } = await submit([...byAda, "--dry-run"], files);
    expect({ code, requests }).toEqual({ code: 0, requests: 0 });
    expect(JSON.parse(out)).toMatchObject({ release: "2025.10.01", service: "service-api" });
  });

  it("puts a manifest back that was replaced in between: each put has a key of its own", async () => {
    const { sent } = await submit(byAda, files);
    expect(sent?.headers["idempotency-key"]).toBe("random-1");
  });

  it.each([
    ["no author, where git knows none", put],
    ["an artifact that is not there", [...byAda, "--artifact", "dist/none.js"]],
    ["a pattern that matches nothing", [...byAda, "--artifact", "dist/*.wasm"]],
    ["an artifact without a file", [...byAda, "--artifact", "bee="]],
    ["two artifacts of one name", [...byAda, "--artifact", "x=dist/b.js", "--artifact", "x=dist/a/[id].js"]],
    ["an author without a name", [...put, "--author", "<ada@example.test>"]],
    ["a template that is a list", [...byAda.slice(0, 2), "list.json", ...byAda.slice(3)]],
    ["another version than the template's", [...byAda.slice(0, 2), "other.json", ...byAda.slice(3)]],
  ])("is bad input with %s, and nothing is sent", async (_what, args) => {
    const more = { "list.json": [], "other.json": { ...template, release: "1.0" } };
    expect(await submit(args, { ...files, ...more })).toMatchObject({ code: 3, requests: 0 });
  });
});

describe("release advance", () => {
  const advance = ["release", "advance", "production", "--release", "release-1"];

  it("names exactly the hashes of files, of the manifest and as given, once each", async () => {
    const given = `sha256:${"c".repeat(64)}`;
    const files = { "m.json": evidence.manifestFile(), "b.js": "bee" };
    const args = [
      "--status",
      "running",
      "--artifact",
      given,
      "--artifact",
      "b.js",
      "--artifact",
      "*.js",
      "--manifest",
      "m.json",
    ];
    const { sent, out } = await submit([...advance, ...args], files);
    const artifacts = [given, sha256("bee"), `sha256:${"a1".repeat(32)}`];
    expect(sent?.body).toEqual({ stage: "production", status: "running", artifacts });
    expect(out).toBe("Release release-1 is at build: running\n");
  });

  it("names what shows it, and the version that is in place again", async () => {
    const evidence = [
      "--evidence",
      "run=https://ci.example.com/1?a=b",
      "--evidence",
      "dashboard=http://d.example.com/",
    ];
    const back = [
      "release",
      "advance",
      "rolled_back",
      "--release",
      "release-1",
      "--note",
      "Timeouts.",
      "--back-to",
      "1.2",
    ];
    const { sent } = await submit([...back, ...evidence]);
    expect(sent?.body).toEqual({
      stage: "rolled_back",
      note: "Timeouts.",
      evidence: [
        { label: "run", url: "https://ci.example.com/1?a=b" },
        { label: "dashboard", url: "http://d.example.com/" },
      ],
      rolledBackTo: "1.2",
    });
  });

  it("has a key of its own each time, so that a failed stage can be started again", async () => {
    expect((await submit(advance)).sent?.headers["idempotency-key"]).toBe("random-1");
  });

  it.each([
    ["a stage that does not exist", ["release", "advance", "prod", "--release", "r"]],
    ["a status that does not exist", [...advance, "--status", "done"]],
    ["half a hash", [...advance, "--artifact", "sha256:abc"]],
    ["evidence without what it shows", [...advance, "--evidence", "https://ci.example.com/"]],
    ["evidence that is no address of the web", [...advance, "--evidence", "run=javascript:alert(1)"]],
    ["a manifest changed after its export", [...advance, "--manifest", "changed.json"]],
  ])("is bad input with %s", async (_what, args) => {
    const changed = { ...evidence.manifestFile(), artifacts: [] };
    expect(await submit(args, { "changed.json": changed })).toMatchObject({ code: 3, requests: 0 });
  });
});

describe("release draft", () => {
  const draft = ["release", "draft", "--release", "release-1", "--out", "draft/manifest.json"];
  const found = {
    releaseId: "release-1",
    content: { release: "1.4", authors: [] },
    missing: [{ path: "authors", message: "Authors: who wrote what is released." }],
    draftedAt: "2025-10-01T12:00:00Z",
  };
  async function fetched(status: number, body: object, args: string[] = []) {
    return FakeServer.during(
      (_request, response) => answerJson(response, status, body),
      async (server) => {
        const result = await run([...draft, ...args], { cwd: workspace.folder, env: server.env, now: evidence.NOW });
        return { ...result, urls: server.received.map(({ method, url }) => `${method} ${url}`) };
      },
    );
  }

  it("writes what the server has of the manifest, and says what is missing", async () => {
    const { code, out, urls } = await fetched(200, found);
    expect(out).toBe("draft/manifest.json: draft, 1 missing\n  Authors: who wrote what is released.\n");
    expect({ code, urls }).toEqual({ code: 0, urls: ["GET /api/v1/releases/release-1/manifest/draft"] });
    expect(await workspace.json("draft/manifest.json")).toEqual(found.content);
    expect(JSON.parse((await fetched(200, found, ["--json"])).out)).toEqual(found);
  });

  it.each([
    ["there is none", 404, { detail: "There is no draft" }, 3],
    ["the answer is none", 200, {}, 4],
  ])("writes nothing where %s", async (_what, status, body, code) => {
    expect(await fetched(status, body)).toMatchObject({ code, out: "" });
    await expect(workspace.read("draft/manifest.json")).rejects.toThrow();
  });
});
