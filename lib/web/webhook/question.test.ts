import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { isSignedBy } from "@/lib/integrations/signature";
import { judgeDeployment } from "@/lib/jobs/handlers/judge-deployment";
import { createEnvironment } from "@/lib/registry/environment/create";
import { linkRepository } from "@/lib/registry/integration/link";
import { census } from "@/lib/testing/census";
import { closeServer } from "@/lib/testing/fake-github";
import { nextDelivery, received, storedRequest, unique } from "@/lib/testing/github-webhook";
import { call } from "@/lib/testing/http";
import { newIntegration, questionHeaders, type TestIntegration } from "@/lib/testing/integration-records";
import { openDatabase } from "@/lib/testing/registry";
import { type Approvers, approveAll, newApprovers, readyRelease } from "@/lib/testing/release";
import { newTenant, newToken, type TestTenant, type TestToken } from "@/lib/testing/tenant";

const database = openDatabase();
let tenant: TestTenant;
let token: TestToken;
let approvers: Approvers;
let sender: TestIntegration;
const servers: Server[] = [];

beforeAll(async () => {
  tenant = await newTenant();
  token = await newToken(tenant);
  approvers = await newApprovers(tenant);
  sender = await newIntegration(tenant, "webhook");
});
afterEach(async () => {
  for (const server of servers.splice(0)) await closeServer(server);
});

type Question = Record<string, unknown>;
const questionOf = (commit: string, more: Question = {}): Question => ({
  request_id: `deploy-${unique()}`,
  service: "service-api",
  environment: "production",
  commit,
  ...more,
});

function ask(question: Question, { deliveryId = nextDelivery(), at = Date.now() } = {}) {
  const body = JSON.stringify(question);
  return call("POST", `/api/v1/webhooks/${sender.id}`, {
    body,
    headers: questionHeaders(sender.secret, body, deliveryId, at),
  });
}

async function approvedCommit(): Promise<string> {
  const release = await readyRelease(token.actor);
  await approveAll(approvers, release);
  return release.commit;
}

describe("a question", () => {
  it("is answered at once with the decision when the gate approves, and the same way when it is asked again", async () => {
    const question = questionOf(await approvedCommit());
    const first = await ask(question);
    expect({ status: first.status, json: first.json }).toMatchObject({
      status: 200,
      json: { request_id: question.request_id, state: "approved", verdict: "approve", decisionId: expect.any(String) },
    });
    const again = await ask(question);
    expect(again.json).toEqual(first.json);
    const polled = await call("GET", `/api/v1/deployment-requests/${received(first).requestId}`, { token: token.text });
    expect(polled.json).toMatchObject({ state: "approved", service: "service-api", environment: "production" });
  });

  it("waits with what is missing otherwise, and is found by whoever polls it", async () => {
    const { commit } = await readyRelease(token.actor);
    const answer = await ask(questionOf(commit));
    expect({ status: answer.status, json: answer.json }).toMatchObject({
      status: 202,
      json: {
        state: "waiting",
        verdict: "reject",
        decisionId: null,
        todo: expect.arrayContaining([expect.any(String)]),
      },
    });
    const id = received(answer).requestId;
    expect((await call("GET", `/api/v1/deployment-requests/${id}`, { token: token.text })).json).toMatchObject({
      state: "waiting",
    });
  });

  it("may name a repository that is linked, and its own names of environments", async () => {
    const { id: environmentId } = await createEnvironment(
      { actor: tenant.admin },
      { slug: "canary", name: "Canary", isProduction: false },
    );
    const link = { integrationId: sender.id, repository: "shop/front", serviceId: tenant.service.id };
    await linkRepository({ actor: tenant.admin }, { ...link, environments: { "eu-1": environmentId } });
    const asked = questionOf("d".repeat(40), { service: undefined, repository: "Shop/Front", environment: "eu-1" });
    const answer = await ask(asked);
    expect(answer.json).toMatchObject({ state: "waiting", summary: expect.stringContaining("canary") });
  });

  const refused: [string, Question, number, string][] = [
    ["an unknown service", { service: "nothing" }, 400, "service"],
    ["an unknown environment", { environment: "moon" }, 400, "environment"],
    ["an unknown repository", { service: undefined, repository: "no/such" }, 400, "repository"],
    ["neither service nor repository", { service: undefined }, 400, "service"],
    ["no commit", { commit: "main" }, 400, "commit"],
    ["an unknown member", { force: true }, 400, "force"],
    ["a callback that is none", { callback_url: "ftp://example.com/" }, 400, "callback_url"],
    ["a callback with credentials", { callback_url: "https://u:p@example.com/" }, 400, "callback_url"],
  ];
  it.each(refused)("with %s is refused with the field's name, and changes nothing", async (_, change, status, path) => {
    const before = await census(database.web, tenant.tenantId);
    const { problem, ...answer } = await ask(questionOf("e".repeat(40), change));
    expect({ status: answer.status, paths: problem.issues.map((issue) => issue.path) }).toEqual({
      status,
      paths: [path],
    });
    expect(await census(database.web, tenant.tenantId)).toEqual(before);
  });
});

describe("a replay", () => {
  it("of a delivery is refused; a name that meant something else is a conflict", async () => {
    const question = questionOf("f".repeat(40));
    const deliveryId = nextDelivery();
    expect((await ask(question, { deliveryId })).status).toBe(202);
    expect((await ask(question, { deliveryId })).status).toBe(409);
    expect((await ask({ ...question, commit: "0".repeat(40) })).status).toBe(409);
  });

  it("from more than five minutes ago or ahead, or signed without its time, is not verified", async () => {
    const question = questionOf("f".repeat(40));
    for (const minutes of [-6, 6]) {
      expect((await ask(question, { at: Date.now() + minutes * 60_000 })).status).toBe(401);
    }
    const body = JSON.stringify(question);
    const headers = questionHeaders(sender.secret, body, nextDelivery());
    for (const timestamp of ["", "soon", String(Number(headers["x-readiness-timestamp"]) + 1)]) {
      const sent = { ...headers, "x-readiness-timestamp": timestamp };
      expect((await call("POST", `/api/v1/webhooks/${sender.id}`, { body, headers: sent })).status).toBe(401);
    }
  });
});

describe("a later answer", () => {
  type Call = { headers: Record<string, unknown>; text: string };
  async function listener(statuses: number[]): Promise<{ url: string; calls: Call[] }> {
    const calls: Call[] = [];
    const server = createServer((request, response) => {
      request.setEncoding("utf8");
      let text = "";
      request.on("data", (part) => {
        text += part;
      });
      request.on("end", () => {
        calls.push({ headers: request.headers, text });
        response.writeHead(statuses.shift() ?? 200).end();
      });
    });
    servers.push(server);
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answers`, calls };
  }
  const judge = (requestId: string, attempt = 0) => judgeDeployment({ tenantId: tenant.tenantId, requestId }, attempt);
  const stateOf = async (id: string) => (await storedRequest(database.web, tenant.tenantId, id)).state;

  it("goes to the callback, signed as questions are, once", async () => {
    const { url, calls } = await listener([]);
    const release = await readyRelease(token.actor);
    const { requestId } = received(await ask(questionOf(release.commit, { callback_url: url })));
    await judge(requestId);
    expect(calls).toEqual([]);
    await approveAll(approvers, release);
    await judge(requestId);
    await judge(requestId);
    expect(calls).toHaveLength(1);
    const [{ headers, text } = { headers: {}, text: "" }] = calls;
    const timestamp = String(headers["x-readiness-timestamp"]);
    const signature = String(headers["x-readiness-signature-256"]);
    expect(isSignedBy(sender.secret, signature, `${timestamp}.`, text)).toBe(true);
    expect(JSON.parse(text)).toMatchObject({ requestId, state: "approved", verdict: "approve" });
  });

  it("is tried again after a 5xx under the same delivery id, and after ten times left for polling", async () => {
    const { url, calls } = await listener([500, 500, 500]);
    const release = await readyRelease(token.actor);
    const { requestId } = received(await ask(questionOf(release.commit, { callback_url: url })));
    await approveAll(approvers, release);
    await expect(judge(requestId)).rejects.toThrow("500");
    await expect(judge(requestId, 1)).rejects.toThrow("500");
    expect(await stateOf(requestId)).toBe("waiting");
    await judge(requestId, 10);
    expect(await stateOf(requestId)).toBe("approved");
    expect(new Set(calls.map(({ headers }) => headers["x-readiness-delivery"])).size).toBe(1);
  });

  it("is not sent where a callback refuses it or must not be asked, and can still be polled", async () => {
    const { url } = await listener([410]);
    for (const callback_url of [url, "http://10.0.0.1/answers", "http://169.254.169.254/latest"]) {
      const release = await readyRelease(token.actor);
      const { requestId } = received(await ask(questionOf(release.commit, { callback_url })));
      await approveAll(approvers, release);
      await judge(requestId);
      const row = await storedRequest(database.web, tenant.tenantId, requestId);
      expect(row).toMatchObject({ state: "approved", note: expect.stringMatching(/410|not public/) });
    }
  });
});
