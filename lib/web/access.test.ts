import { beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/client";
import { census } from "@/lib/testing/census";
import { deploymentTold } from "@/lib/testing/deployment-records";
import { manifestDocument } from "@/lib/testing/documents";
import { type Answer, call } from "@/lib/testing/http";
import { recordsOf } from "@/lib/testing/records";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { revokeToken } from "../registry/token/revoke";
import type { Method } from "./endpoint";
import { OPERATIONS } from "./openapi/operations";

const database = openDatabase();
let tenant: TestTenant;
let theirs: Awaited<ReturnType<typeof recordsOf>>;
let ours: Awaited<ReturnType<typeof recordsOf>>;

beforeAll(async () => {
  tenant = await newTenant();
  ours = await recordsOf(tenant, "checkout", "live");
  theirs = await recordsOf(await newTenant(), "checkout", "live");
});

/** Every operation, at an address of these records. */
const addresses = (records: typeof ours): [Method, string][] =>
  OPERATIONS.map(({ method, path }) => [method, path.replace("{id}", idFor(path, records))]);
function idFor(path: string, { ids, decisionId }: typeof ours): string {
  if (path.includes("deployment-requests")) return ids.deploymentRequest;
  if (path.includes("postmortem")) return ids.postmortemIncident;
  if (path.includes("incidents")) return ids.incident;
  if (path.includes("action-items")) return ids.actionItem;
  return path.includes("decisions") ? decisionId : ids.release;
}
const statusOf = async (answer: Promise<Answer>) => (await answer).status;

describe("without a token that is valid now", () => {
  it("every address answers 401 before it reads the body, and nothing changes", async () => {
    const revoked = await newToken(tenant);
    await revokeToken({ actor: tenant.admin }, { tokenId: revoked.id });
    const good = (await newToken(tenant)).text;
    const mistyped = good.slice(0, -1) + (good.endsWith("0") ? "1" : "0");
    const before = await census(database.web, tenant.tenantId);
    const headers: Record<string, string>[] = [
      {},
      { authorization: "" },
      { authorization: "Bearer" },
      { authorization: `Basic ${Buffer.from(`x:${good}`).toString("base64")}` },
      { authorization: `Bearer ${good} ${good}` },
      { authorization: `Bearer ${mistyped}` },
      { authorization: `Bearer ${revoked.text}` },
      { authorization: "Bearer rdy_any_0_0_0" },
      { authorization: `Bearer ${"x".repeat(5000)}` },
    ];
    for (const [method, address] of addresses(ours)) {
      for (const sent of headers) {
        const body = method === "GET" ? undefined : "not JSON";
        const answer = await call(method, address, { headers: sent, body });
        expect({ method, address, sent, status: answer.status }).toMatchObject({ status: 401 });
        expect(answer.headers.get("www-authenticate")).toBe("Bearer");
        expect(JSON.stringify(answer.json)).not.toContain(good);
      }
    }
    expect(await census(database.web, tenant.tenantId)).toEqual(before);
  });
});

describe("a token", () => {
  it("gets a 404 for another tenant's records, whatever it may do", async () => {
    const { text } = await newToken(tenant);
    const before = await census(database.web, tenant.tenantId);
    for (const [method, address] of addresses(theirs).filter(([, each]) => /[0-9a-f-]{36}/.test(each))) {
      const body = method === "GET" || address.endsWith("/gate") ? undefined : bodyFor(address);
      expect({ method, address, status: await statusOf(call(method, address, { token: text, body })) }).toMatchObject({
        status: 404,
      });
    }
    expect(await census(database.web, tenant.tenantId)).toEqual(before);
  });

  it("without read reads nothing, and with read alone changes nothing", async () => {
    const writer = (await newToken(tenant, ["gate:evaluate"])).text;
    const reader = (await newToken(tenant, ["read"])).text;
    for (const [method, address] of addresses(ours)) {
      if (address.endsWith("/simulate")) continue;
      const token = method === "GET" ? writer : reader;
      const body = method === "GET" || address.endsWith("/gate") ? undefined : bodyFor(address);
      expect({ method, address, status: await statusOf(call(method, address, { token, body })) }).toMatchObject({
        status: 403,
      });
    }
  });

  it("limited to another service or environment reads and writes nothing here", async () => {
    const elsewhere = await recordsOf(tenant, "billing", "test");
    const byService = (await newToken(tenant, undefined, { serviceId: elsewhere.ids.service })).text;
    const byEnvironment = (await newToken(tenant, undefined, { environmentId: elsewhere.ids.environment })).text;
    const before = await census(database.web, tenant.tenantId);
    for (const token of [byService, byEnvironment]) {
      for (const [method, address] of addresses(ours).filter(([, each]) => /[0-9a-f-]{36}/.test(each))) {
        if (token === byEnvironment && ofServicesAlone(address)) continue;
        const body = method === "GET" || address.endsWith("/gate") ? undefined : bodyFor(address);
        expect({ method, address, status: await statusOf(call(method, address, { token, body })) }).toMatchObject({
          status: 403,
        });
      }
      const { json } = await call("GET", "/api/v1/releases?limit=200", { token });
      expect(json.items.map(({ id }) => id)).toContain(elsewhere.ids.release);
      expect([...new Set(json.items.map(({ service }) => service))]).toEqual([elsewhere.subject.service]);
    }
    expect(await census(database.web, tenant.tenantId)).toEqual(before);
  });
});

/** What goes wrong with a service goes wrong with it everywhere. */
const ofServicesAlone = (address: string): boolean => /\/(incidents|action-items)\//.test(address);

/** A body that would be accepted as far as its form goes. */
function bodyFor(address: string): unknown {
  const { service, environment, commit } = ours.subject;
  if (address.endsWith("/advance")) return { stage: "build" };
  if (address.endsWith("/manifest")) return manifestDocument(ours.subject);
  if (address.endsWith("/releases")) return { ...ours.subject, version: "7.0" };
  if (address.endsWith("/scorecards")) return { service, environment, commit, document: {} };
  if (address.endsWith("/test-results")) return { service, document: {} };
  if (address.endsWith("/metrics")) return { service, document: {} };
  if (address.endsWith("/deployments")) return { service, environment, ...deploymentTold };
  if (address.endsWith("/incidents")) return { service, severity: "sev3", title: "It is slow" };
  if (address.endsWith("/move")) return { state: "mitigating" };
  if (address.endsWith("/entries")) return { text: "The workers are stuck." };
  if (address.endsWith("/postmortem")) return { basedOn: 1, fields: { impact: "Nobody could pay." } };
  if (address.endsWith("/action-items")) {
    return { title: "Write the runbook", service, ownerName: "Somebody", dueAt: "2040-01-01T00:00:00Z" };
  }
  if (address.endsWith("/change")) return { priority: "high" };
  if (address.endsWith("/close")) return { state: "done", note: "The runbook is written." };
  return {};
}

describe("when the server itself is in trouble", () => {
  it("an unreachable database is a 503, and nothing of it is told", async () => {
    const { text } = await newToken(tenant);
    const { appUrl } = database;
    await connect("postgres://nobody:hunter2@127.0.0.1:1/none");
    try {
      const answer = await call("GET", "/api/v1/releases", { token: text });
      expect({ status: answer.status, code: answer.problem.code }).toEqual({ status: 503, code: "unavailable" });
      expect(JSON.stringify(answer.json)).not.toMatch(/hunter2|127\.0\.0\.1|ECONNREFUSED/);
    } finally {
      await connect(appUrl);
    }
  });

  it("an unknown error is a 500 without its words", async () => {
    const { text } = await newToken(tenant);
    await database.owner.query("alter table release rename column commit to commit_hidden");
    try {
      const answer = await call("GET", "/api/v1/releases", { token: text });
      expect({ status: answer.status, code: answer.problem.code }).toEqual({ status: 500, code: "internal" });
      expect(JSON.stringify(answer.json)).not.toMatch(/select|column|commit/i);
    } finally {
      await database.owner.query("alter table release rename column commit_hidden to commit");
    }
  });
});
