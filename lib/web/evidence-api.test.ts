import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { log } from "@/lib/observability/log";
import { failedScorecardDocument, testResultsDocument } from "@/lib/testing/documents";
import { call } from "@/lib/testing/http";
import { openDatabase } from "@/lib/testing/registry";
import { newRelease, type TestRelease } from "@/lib/testing/release";
import { newTenant, newToken } from "@/lib/testing/tenant";
import { flakyTestsRoute } from "./api/evidence-reads";
import { MAX_RESULTS_BYTES } from "./body";

openDatabase();
let token: string;
let release: TestRelease;

beforeAll(async () => {
  log.level = "silent";
  const made = await newToken(await newTenant());
  token = made.text;
  release = await newRelease(made.actor);
});

const send = (document: unknown, headers: Record<string, string> = {}) =>
  call("POST", "/api/v1/test-results", { token, body: { service: release.service, document }, headers });

describe("POST /api/v1/test-results", () => {
  it("stores a run once, and says so when it comes again", async () => {
    const document = testResultsDocument(release);
    const first = await send(document);
    expect(first.status).toBe(201);
    expect(first.json).toEqual({
      id: expect.any(String),
      runId: document.run_id,
      digest: expect.stringMatching(/^sha256:/),
      tests: 4,
      duplicate: false,
    });
    expect((await send(document)).json).toEqual({ ...first.json, duplicate: true });
    const changed = await send({ ...document, commit: "e".repeat(40) });
    expect({ status: changed.status, paths: changed.problem.issues.map(({ path }) => path) }).toEqual({
      status: 409,
      paths: ["document.run_id"],
    });
  });

  it("takes far more than other addresses do, and not without end", async () => {
    const padding = "x".repeat(980);
    const tests = Array.from({ length: 10_000 }, (_, index) => ({ name: `${index} ${padding}`, outcome: "passed" }));
    const document = { ...testResultsDocument(release, "large"), suites: [{ suite: "unit", tests }] };
    const large = JSON.stringify({ service: release.service, document });
    expect(large.length).toBeGreaterThan(9 * 1024 * 1024);
    const post = (body: string | Uint8Array, headers = {}) =>
      call("POST", "/api/v1/test-results", { token, body, headers });
    expect((await post(large)).status).toBe(201);
    expect((await post(" ".repeat(MAX_RESULTS_BYTES + 1))).status).toBe(413);
    const bomb = gzipSync(Buffer.alloc(MAX_RESULTS_BYTES + 1, 0x20));
    expect((await post(bomb, { "content-encoding": "gzip" })).status).toBe(413);
    expect((await call("POST", "/api/v1/scorecards", { token, body: large })).status).toBe(413);
  });
});

describe("what was sent", () => {
  it("comes back as flaky tests, in the shape that the API's document promises", async () => {
    const flaky = { name: "now and then", outcome: "flaky" };
    await send({ ...testResultsDocument(release, "flaky run"), suites: [{ suite: "e2e", tests: [flaky] }] });
    const { status, json } = await call("GET", "/api/v1/tests/flaky?suite=end-to-end&limit=1", { token });
    expect(status).toBe(200);
    expect(flakyTestsRoute.operation.answer.safeParse(json).error?.issues ?? []).toEqual([]);
    expect(json).toMatchObject({
      items: [{ name: "now and then", flakeRate: 1, recent: ["flaky"] }],
      nextCursor: null,
    });
    expect((await call("GET", "/api/v1/tests/flaky?service=no-such", { token })).json.items).toEqual([]);
  });

  it("comes back as events of its failed suites", async () => {
    const { service, environment, commit } = release;
    const document = failedScorecardDocument(release);
    const { json: stored } = await call("POST", "/api/v1/scorecards", {
      token,
      body: { service, environment, commit, document },
    });
    const { status, json } = await call("GET", "/api/v1/events?name=readiness.suite_failed", { token });
    expect(status).toBe(200);
    expect(json.items).toMatchObject([{ name: "readiness.suite_failed", scorecardId: stored.id, owner: "platform" }]);
  });
});
