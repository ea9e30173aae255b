import { createVerify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { setIntegrationEnabled } from "@/lib/registry/integration/set-enabled";
import { updateIntegration } from "@/lib/registry/integration/update";
import { advanceRelease } from "@/lib/registry/release/advance";
import { createRelease } from "@/lib/registry/release/create";
import { withdrawSignature } from "@/lib/registry/release/withdraw";
import { ledgerOf } from "@/lib/testing/census";
import { deliver, linkedGitHub, REPOSITORY, received } from "@/lib/testing/github-webhook";
import { appKeys } from "@/lib/testing/integration-records";
import { waitingJobs } from "@/lib/testing/jobs";
import { openJudging } from "@/lib/testing/judging";
import { protectionRuleEvent } from "@/lib/testing/protection-rule";
import { openDatabase } from "@/lib/testing/registry";
import { approveAll, newRelease, readyRelease, sign } from "@/lib/testing/release";
import { confirmed } from "@/lib/testing/tenant";

const database = openDatabase();
const on = openJudging(database);

describe("the gate's approve", () => {
  it("lets the deployment go on, with the decision that it rests on, and is recorded as the integration's doing", async () => {
    const release = await on.approvedRelease();
    const requestId = await on.asked(release.commit);
    await on.judge(requestId);
    const row = await on.stored(requestId);
    expect(row).toMatchObject({ state: "approved", release_id: release.id, note: expect.stringContaining("pass") });
    expect(on.peer.told).toHaveLength(1);
    expect(on.peer.told[0]).toMatchObject({
      environment_name: "production",
      state: "approved",
      comment: expect.stringContaining(`/releases/${release.id}/decisions/${row.decision_id}`),
    });
    const made = (await ledgerOf(database.web, on.tenant.tenantId)).slice(-2);
    expect(made.map(({ command }) => command)).toEqual(["gate.evaluate", "deployment-request.settle"]);
    for (const { body } of made)
      expect(body).toMatchObject({ actor: { kind: "integration", id: on.github.id, name: "GitHub" } });
  });

  it("is answered once, however often the job is run and the webhook delivered again", async () => {
    const { commit } = await on.approvedRelease();
    const requestId = await on.asked(commit);
    await on.judge(requestId);
    const [before, count] = [await on.stored(requestId), await on.decisions()];
    await Promise.all([on.judge(requestId), on.judge(requestId)]);
    expect(await on.stored(requestId)).toEqual(before);
    expect({ told: on.peer.told.length, decisions: await on.decisions() }).toEqual({ told: 1, decisions: count });
  });

  it("is asked for as the app, with a token for this repository and nothing but deployments", async () => {
    const fresh = await linkedGitHub(on.tenant, "Another app", on.peer.apiUrl);
    await updateIntegration(confirmed(on.tenant.admin), { integrationId: fresh.id, appId: "999" });
    const { commit } = await on.approvedRelease();
    const wish = {
      repository: REPOSITORY,
      environment: "production",
      commit,
      callbackUrl: on.peer.callback(REPOSITORY, "7001"),
    };
    await on.judge(received(await deliver(fresh, protectionRuleEvent(wish))).requestId);
    const [request] = on.peer.tokenRequests;
    expect(request).toMatchObject({
      path: "/api/v3/app/installations/77/access_tokens",
      body: { repositories: ["shop"], permissions: { deployments: "write" } },
    });
    const [head = "", claims = "", signature = ""] = (request?.authorization ?? "").replace("Bearer ", "").split(".");
    const verify = createVerify("RSA-SHA256").update(`${head}.${claims}`);
    expect(verify.verify(appKeys().publicKey, signature, "base64url")).toBe(true);
    const { iat, exp, iss } = JSON.parse(Buffer.from(claims, "base64url").toString()) as Record<string, number>;
    expect(iss).toBe("999");
    expect((exp ?? 0) - (iat ?? 0)).toBeLessThanOrEqual(600);
    expect(on.peer.told[0]?.authorization).toBe("Bearer ghs_1");
  });
});

describe("everything else waits", () => {
  it("a release that lacks a signature: one report that names who must act, no decision, and another look", async () => {
    const { commit } = await readyRelease(on.pipeline);
    const requestId = await on.asked(commit);
    const before = await on.decisions();
    await on.judge(requestId);
    await on.judge(requestId);
    expect(await on.stored(requestId)).toMatchObject({ state: "waiting", reports: 1, decision_id: null });
    expect(on.peer.told).toHaveLength(1);
    expect(on.peer.told[0]).not.toHaveProperty("state");
    expect(on.peer.told[0]?.comment).toContain("Chris Board");
    expect(await on.decisions()).toBe(before);
    expect(await waitingJobs(database.web, { requestId })).toBe(1);
  });

  it("is told anew when something changed, and goes on when nothing is missing any more", async () => {
    const release = await readyRelease(on.pipeline);
    const requestId = await on.asked(release.commit);
    await on.judge(requestId);
    await sign(on.approvers["change-board"], release, "change-board");
    await on.judge(requestId);
    expect(on.peer.told).toHaveLength(2);
    await sign(on.approvers["sre-on-call"], release, "sre-on-call");
    await sign(on.approvers["product-owner"], release, "product-owner");
    await on.judge(requestId);
    expect(on.peer.told.map(({ state }) => state)).toEqual([undefined, undefined, "approved"]);
    expect((await on.stored(requestId)).state).toBe("approved");
  });

  it("a commit that is not registered: says how, and takes the newest release once it is", async () => {
    const commit = "c".repeat(40);
    const requestId = await on.asked(commit);
    await on.judge(requestId);
    expect(on.peer.told[0]?.comment).toContain(
      `readiness release create --service service-api --environment production`,
    );
    const place = { service: "service-api", environment: "production", commit };
    await createRelease({ actor: on.pipeline }, { ...place, version: "1.0" });
    const newest = await createRelease({ actor: on.pipeline }, { ...place, version: "1.1" });
    await on.judge(requestId);
    expect(await on.stored(requestId)).toMatchObject({ state: "waiting", release_id: newest.id });
  });

  it("no more than ten reports in all, and then still its answer", async () => {
    const release = await readyRelease(on.pipeline);
    const requestId = await on.asked(release.commit);
    for (let round = 0; round < 6; round += 1) {
      await on.judge(requestId);
      const { id } = await sign(on.approvers["change-board"], release, "change-board");
      await on.judge(requestId);
      await withdrawSignature({ actor: on.approvers["change-board"] }, { signatureId: id, reason: "a mistake" });
    }
    expect(on.peer.told).toHaveLength(10);
    await approveAll(on.approvers, release);
    await on.judge(requestId);
    expect(on.peer.told.at(-1)?.state).toBe("approved");
  });
});

describe("what ends the wait without a go", () => {
  it("a person's rejection, with the reason", async () => {
    const release = await readyRelease(on.pipeline);
    await sign(on.approvers["change-board"], release, "change-board", "reject");
    const requestId = await on.asked(release.commit);
    await on.judge(requestId);
    expect(on.peer.told[0]).toMatchObject({ state: "rejected", comment: expect.stringContaining("Chris Board") });
    expect(await on.stored(requestId)).toMatchObject({ state: "rejected", decision_id: expect.any(String) });
  });

  it("a release that was aborted", async () => {
    const release = await newRelease(on.pipeline);
    await advanceRelease({ actor: on.pipeline }, { releaseId: release.id, stage: "aborted", note: "Given up." });
    const requestId = await on.asked(release.commit);
    await on.judge(requestId);
    expect(on.peer.told[0]).toMatchObject({ state: "rejected", comment: expect.stringContaining("aborted") });
  });

  it("thirty days, a disabled integration and an API address that was changed: nothing is sent anywhere", async () => {
    const { commit } = await on.approvedRelease();
    const [old, disabled, moved] = [await on.asked(commit), await on.asked(commit), await on.asked(commit)];
    await database.owner.query("alter table deployment_request no force row level security");
    await database.owner.query(
      "update deployment_request set requested_at = now() - interval '30 days' where id = $1",
      [old],
    );
    await database.owner.query("alter table deployment_request force row level security");
    await on.judge(old);
    await setIntegrationEnabled({ actor: on.tenant.admin }, { integrationId: on.github.id, enabled: false });
    await on.judge(disabled);
    await setIntegrationEnabled({ actor: on.tenant.admin }, { integrationId: on.github.id, enabled: true });
    const move = (apiUrl: string) =>
      updateIntegration(confirmed(on.tenant.admin), { integrationId: on.github.id, apiUrl });
    await move("https://api.github.com");
    await on.judge(moved);
    await move(on.peer.apiUrl);
    for (const id of [old, disabled, moved]) expect((await on.stored(id)).state).toBe("unanswerable");
    expect(on.peer.told).toEqual([]);
    expect(on.peer.tokenRequests).toEqual([]);
  });
});

it("a request of a on.tenant that is no more is nobody's", async () => {
  await expect(on.judge("01900000-0000-7000-8000-000000000000")).resolves.toBeUndefined();
});
