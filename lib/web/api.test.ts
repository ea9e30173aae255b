import { beforeAll, describe, expect, it } from "vitest";
import { census, countOf } from "@/lib/testing/census";
import {
  ARTIFACT,
  manifestDocument,
  metricsDocument,
  rehearsalDocument,
  scorecardDocument,
} from "@/lib/testing/documents";
import { apiFiles, call } from "@/lib/testing/http";
import { openDatabase } from "@/lib/testing/registry";
import { approveAll, newApprovers } from "@/lib/testing/release";
import { newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import type { Endpoint } from "./endpoint";
import { METHODS } from "./endpoint";

const database = openDatabase();
let tenant: TestTenant;
let token: string;
const subject = { service: "service-api", environment: "production", version: "2026.1", commit: "e".repeat(40) };

beforeAll(async () => {
  tenant = await newTenant();
  token = (await newToken(tenant)).text;
});

it("a pipeline brings a release from candidate to production over HTTP alone, and every answer is as documented", async () => {
  const endpoints = (await apiFiles()).flatMap(({ module }) => Object.values(module) as Endpoint[]);
  const send = async (operation: string, address: string, body?: unknown) => {
    const described = endpoints.find((each) => each.operation?.id === operation)?.operation;
    if (!described) throw new Error(`no operation ${operation}`);
    const answer = await call(described.method, address, { token, body });
    expect({ operation, status: answer.status, json: answer.json }).toMatchObject({ status: described.answerStatus });
    expect(described.answer.safeParse(answer.json).error?.issues ?? []).toEqual([]);
    return answer.json;
  };
  const release = await send("createRelease", "/api/v1/releases", subject);
  const at = `/api/v1/releases/${release.id}`;
  const { service, environment, commit } = subject;
  await send("submitScorecard", "/api/v1/scorecards", {
    service,
    environment,
    commit,
    document: scorecardDocument(subject),
  });
  await send("submitMetrics", "/api/v1/metrics", { service, document: metricsDocument(subject) });
  await send("recordRehearsal", "/api/v1/rehearsals", rehearsalDocument(subject));
  const { digest } = await send("putManifest", `${at}/manifest`, manifestDocument(subject));
  for (const stage of ["build", "readiness", "staging", "approval"]) {
    await send("advanceRelease", `${at}/advance`, { stage, status: "succeeded" });
  }
  const before = await send("evaluateGate", `${at}/gate`);
  expect(before.verdict.verdict).toBe("reject");
  const approvers = await newApprovers(tenant);
  await approveAll(approvers, { ...subject, id: release.id, digest });
  expect((await send("previewGate", `${at}/gate`)).verdict.verdict).toBe("approve");
  const { decisionId, verdict } = await send("evaluateGate", `${at}/gate`, {});
  const stored = await send("getDecision", `/api/v1/decisions/${decisionId}`);
  expect(stored).toMatchObject({ id: decisionId, releaseId: release.id, manifestDigest: digest, verdict });
  const exported = await send("getManifest", `${at}/manifest`);
  expect(exported.approvals.map((each) => each.name).sort()).toEqual(
    Object.values(approvers)
      .map(({ name }) => name)
      .sort(),
  );
  await send("advanceRelease", `${at}/advance`, { stage: "production", artifacts: [ARTIFACT] });
  const detail = await send("getRelease", at);
  expect(detail).toMatchObject({ stage: "production", verdict: "approve", manifest: { digest } });
  const page = await send("listReleases", "/api/v1/releases?service=service-api&verdict=approve&limit=10");
  expect(page.items.map((each) => each.id)).toContain(release.id);
});

it("a refused stage is a 409 that names the missing stage", async () => {
  const release = (await call("POST", "/api/v1/releases", { token, body: { ...subject, version: "2026.2" } })).json;
  const { status, problem } = await call("POST", `/api/v1/releases/${release.id}/advance`, {
    token,
    body: { stage: "staging" },
  });
  expect(status).toBe(409);
  expect(problem).toMatchObject({ code: "conflict", detail: expect.stringContaining("build") });
});

it("pages go on where the last one ended, without repeating or leaving out", async () => {
  for (const version of ["p.1", "p.2", "p.3", "p.4", "p.5"]) {
    await call("POST", "/api/v1/releases", { token, body: { ...subject, version } });
  }
  const seen: string[] = [];
  let cursor = "";
  do {
    const { json } = await call("GET", `/api/v1/releases?version=p.&limit=2&cursor=${cursor}`, { token });
    seen.push(...json.items.map((each) => each.version));
    cursor = json.nextCursor ?? "";
  } while (cursor);
  expect(seen).toEqual(["p.5", "p.4", "p.3", "p.2", "p.1"]);
});

describe("simulation", () => {
  it("answers the gate's verdict over given facts and stores nothing", async () => {
    const before = await census(database.web, tenant.tenantId);
    const body = { policy: { require_rehearsal: true }, facts: { release: null }, at: "2026-01-01T00:00:00Z" };
    const { status, json } = await call("POST", "/api/v1/gate/simulate", { token, body });
    expect({ status, ...json }).toMatchObject({ status: 200, verdict: "reject", at: "2026-01-01T00:00:00.000Z" });
    expect(await census(database.web, tenant.tenantId)).toEqual(before);
  });

  it("names the policy's unknown key by its place in the body", async () => {
    const body = { policy: { enforce_aprovals: true }, facts: {}, at: "2026-01-01T00:00:00Z" };
    const { status, problem } = await call("POST", "/api/v1/gate/simulate", { token, body });
    expect(status).toBe(400);
    expect(problem.issues.map(({ path }) => path)).toEqual(["policy.enforce_aprovals"]);
  });
});

describe("idempotency keys over HTTP", () => {
  const headers = { "idempotency-key": "run 42" };
  it("make a retried request one record with one answer", async () => {
    const before = await countOf(database.web, tenant.tenantId, "release");
    const request = { token, headers, body: { ...subject, version: "2026.3" } };
    const answers = await Promise.all([1, 2, 3, 4].map(() => call("POST", "/api/v1/releases", request)));
    for (const { status, json } of answers) expect({ status, json }).toEqual({ status: 201, json: answers[0]?.json });
    expect(await countOf(database.web, tenant.tenantId, "release")).toBe(before + 1);
    const other = await call("POST", "/api/v1/releases", { ...request, body: { ...subject, version: "2026.4" } });
    expect(other.status).toBe(409);
  });

  it.each(["", "é", "x".repeat(201), "tab\tbed"])("%j is no key", async (key) => {
    const request = { token, headers: { "idempotency-key": key }, body: { ...subject, version: "2026.5" } };
    const { status, problem } = await call("POST", "/api/v1/releases", request);
    expect({ status, paths: problem.issues.map(({ path }) => path) }).toEqual({
      status: 400,
      paths: ["Idempotency-Key"],
    });
  });
});

it("a method that an address does not take is a 405 that says what it takes", async () => {
  for (const { path, module } of await apiFiles()) {
    for (const method of METHODS) {
      if ((module[method] as Endpoint).operation || path.endsWith("openapi.json")) continue;
      // It takes signed bytes of other systems and no request of this API's document.
      if (path.includes("/webhooks/") && method === "POST") continue;
      // Its address is the secret of a person's calendar program, and stands in no document either.
      if (path === "/api/v1/calendar/{id}" && method === "GET") continue;
      const { status, headers, problem } = await call(method, path.replace("{id}", "x"), { token });
      expect({ path, method, status, code: problem.code }).toMatchObject({ status: 405, code: "method_not_allowed" });
      expect(headers.get("allow")).not.toBe("");
    }
  }
});
