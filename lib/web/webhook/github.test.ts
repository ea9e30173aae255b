import { beforeAll, describe, expect, it } from "vitest";
import { ledgerOf } from "@/lib/testing/census";
import {
  COMMIT,
  callbackUrl,
  deliver,
  eventOf,
  linkedGitHub,
  received,
  requestsOf,
  unique,
} from "@/lib/testing/github-webhook";
import type { TestIntegration } from "@/lib/testing/integration-records";
import { waitingJobs } from "@/lib/testing/jobs";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, type TestTenant } from "@/lib/testing/tenant";

const database = openDatabase();
let tenant: TestTenant;
let github: TestIntegration;

beforeAll(async () => {
  tenant = await newTenant();
  github = await linkedGitHub(tenant, "GitHub");
});

describe("a verified webhook", () => {
  it("of a protection rule is a request that waits, with one job in the queue and one entry in the ledger", async () => {
    const answer = await deliver(github, eventOf());
    const { requestId, ...rest } = received(answer);
    expect({ status: answer.status, ...rest }).toEqual({
      status: 202,
      state: "waiting",
      duplicate: false,
      repeated: false,
    });
    expect(await waitingJobs(database.web, { requestId })).toBe(1);
    expect(await requestsOf(database.web, github)).toMatchObject([
      { external_id: "run/1/145988746/production", state: "waiting", commit: COMMIT, note: null },
    ]);
    const entry = (await ledgerOf(database.web, tenant.tenantId)).at(-1);
    expect(entry?.body).toMatchObject({
      command: "deployment-request.receive",
      actor: { kind: "integration", id: github.id, name: "GitHub" },
      subjects: [requestId, github.id, tenant.service.id],
    });
  });

  it("is answered 200 for a ping and 202 for what is not for us", async () => {
    expect((await deliver(github, { zen: "Keep it logically awesome.", hook_id: 1 }, undefined, "ping")).status).toBe(
      200,
    );
    expect((await deliver(github, { action: "created" }, undefined, "check_run")).status).toBe(202);
    expect((await deliver(github, eventOf({ action: "approved" }))).status).toBe(202);
  });

  it("that is no JSON, or not after GitHub's schema, is a 400 that names the field", async () => {
    expect((await deliver(github, "{")).status).toBe(400);
    const { problem, status } = await deliver(github, eventOf({ repository: { full_name: 7 } }));
    expect({ status, path: problem.issues[0]?.path }).toEqual({ status: 400, path: "repository.full_name" });
  });

  const unanswerable: [string, Record<string, unknown>, RegExp][] = [
    ["no callback address", { deployment_callback_url: undefined }, /named no address/],
    ["an empty callback address", { deployment_callback_url: "" }, /named no address/],
    ["no environment", { environment: undefined }, /no environment/],
    ["an environment that is not linked", { environment: "moon" }, /"moon" is not linked/],
    [
      "a repository that is not linked",
      { repository: { full_name: "acme/other" } },
      /acme\/other is not linked|another repository/,
    ],
    ["no deployment and no commit", { deployment: null, sha: undefined }, /no commit/],
    ["no installation", { installation: undefined }, /no installation/],
    [
      "a callback at another host",
      { deployment_callback_url: callbackUrl(1).replace("api.github.com", "evil.example") },
      /not at https:\/\/api\.github\.com/,
    ],
    ["a callback over http", { deployment_callback_url: callbackUrl(1).replace("https:", "http:") }, /not at https/],
    [
      "a callback at another port",
      { deployment_callback_url: callbackUrl(1).replace(".com", ".com:8443") },
      /not at https/,
    ],
    [
      "a callback with credentials",
      { deployment_callback_url: callbackUrl(1).replace("//", "//u:p@") },
      /not at https/,
    ],
    [
      "a callback of another repository",
      { deployment_callback_url: callbackUrl(1).replace("Shop", "other") },
      /another repository/,
    ],
    [
      "a callback of another kind",
      { deployment_callback_url: callbackUrl(1).replace("deployment_protection_rule", "cancel") },
      /not that of a/,
    ],
    ["a callback with dots in it", { deployment_callback_url: callbackUrl("1/../../../orgs/x") }, /not that of a/],
    ["a callback with a query", { deployment_callback_url: `${callbackUrl(1)}?x=1` }, /not that of a/],
  ];
  it.each(unanswerable)("with %s is accepted, recorded with the reason, and never judged", async (_, change, why) => {
    const { deployment } = eventOf();
    const own = { deployment: { ...(deployment as object), id: 500 + unique() } };
    const answer = await deliver(github, eventOf({ ...own, ...change }));
    const { requestId, state } = received(answer);
    expect({ status: answer.status, state }).toEqual({ status: 202, state: "unanswerable" });
    const notes = (await requestsOf(database.web, github))
      .filter((each) => each.state === "unanswerable")
      .map(({ note }) => note);
    expect(notes).toContainEqual(expect.stringMatching(why));
    expect(await waitingJobs(database.web, { requestId })).toBe(0);
  });

  it("without a deployment goes by the commit of the workflow", async () => {
    const { json } = await deliver(github, eventOf({ deployment: null, sha: "B".repeat(40) }, 90));
    expect(json).toMatchObject({ state: "waiting" });
    expect(await requestsOf(database.web, github)).toContainEqual(
      expect.objectContaining({ external_id: "run/90/-/production", commit: "b".repeat(40) }),
    );
  });

  it("with a bad value at any one place is never a 5xx", async () => {
    const whole = eventOf({}, 91);
    for (const key of Object.keys(whole)) {
      for (const bad of ["null", "true", "-1.5", '""', '"\\u0000"', "[]", "{}", "9007199254740993"]) {
        const text = JSON.stringify({ ...whole, [key]: "@here@" }).replace('"@here@"', () => bad);
        expect((await deliver(github, text)).status, `${key} = ${bad}`).toBeLessThan(500);
      }
    }
  });
});
