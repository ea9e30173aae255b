import { describe, expect, it } from "vitest";
import { liveVerdict } from "@/lib/registry/gate/queries";
import { updateIntegration } from "@/lib/registry/integration/update";
import { deliver, linkedGitHub, REPOSITORY, received, unique } from "@/lib/testing/github-webhook";
import { openJudging } from "@/lib/testing/judging";
import { protectionRuleEvent } from "@/lib/testing/protection-rule";
import { openDatabase } from "@/lib/testing/registry";
import { confirmed } from "@/lib/testing/tenant";

const on = openJudging(openDatabase());

describe("when GitHub is in trouble, or this process", () => {
  it("a 5xx and a broken connection fail the job, which is run again, and change nothing", async () => {
    const { commit } = await on.approvedRelease();
    const requestId = await on.asked(commit);
    for (const trouble of [500, 503, 429]) {
      on.peer.next.push(trouble);
      await expect(on.judge(requestId)).rejects.toThrow(`GitHub answered ${trouble}`);
    }
    on.peer.nextTokens.push(502);
    await updateIntegration(confirmed(on.tenant.admin), { integrationId: on.github.id, appId: `app-${unique()}` });
    await expect(on.judge(requestId)).rejects.toThrow("GitHub answered 502");
    expect(await on.stored(requestId)).toMatchObject({
      state: "waiting",
      note: expect.stringContaining("tried again"),
    });
    await on.judge(requestId);
    expect((await on.stored(requestId)).state).toBe("approved");
    expect(on.peer.told).toHaveLength(1);
  });

  it("killed after GitHub took the answer, it ends as if it had lived, with one decision and one answer", async () => {
    const { commit } = await on.approvedRelease();
    const requestId = await on.asked(commit);
    const before = await on.decisions();
    on.peer.next.push("drop");
    await expect(on.judge(requestId)).rejects.toThrow();
    expect(await on.stored(requestId)).toMatchObject({ state: "waiting", decision_id: expect.any(String) });
    await on.judge(requestId);
    expect((await on.stored(requestId)).state).toBe("approved");
    expect({ told: on.peer.told.length, decisions: (await on.decisions()) - before }).toEqual({
      told: 1,
      decisions: 1,
    });
  });

  it("killed after the answer and then overtaken by a rejection, it says what GitHub was told", async () => {
    const release = await on.approvedRelease();
    const requestId = await on.asked(release.commit);
    on.peer.next.push("drop");
    await expect(on.judge(requestId)).rejects.toThrow();
    await on.revise(release);
    expect((await liveVerdict(on.pipeline, release.id)).verdict.verdict).toBe("reject");
    await on.judge(requestId);
    expect((await on.stored(requestId)).state).toBe("approved");
    expect(on.peer.told.map(({ state }) => state)).toEqual(["approved"]);
  });

  it("killed before the answer and then overtaken, it never approves", async () => {
    const release = await on.approvedRelease();
    const requestId = await on.asked(release.commit);
    on.peer.next.push(500);
    await expect(on.judge(requestId)).rejects.toThrow();
    await on.revise(release);
    await on.judge(requestId);
    expect(await on.stored(requestId)).toMatchObject({ state: "waiting", decision_id: null });
    expect(on.peer.told.map(({ state }) => state)).toEqual([undefined]);
  });

  it("an app that may not answer goes on waiting with the reason, and answers once that is mended", async () => {
    const { commit } = await on.approvedRelease();
    const requestId = await on.asked(commit);
    on.peer.next.push(403);
    await on.judge(requestId);
    expect(await on.stored(requestId)).toMatchObject({ state: "waiting", note: expect.stringContaining("(403)") });
    await on.judge(requestId);
    expect((await on.stored(requestId)).state).toBe("approved");
  });

  it("an expired token is asked for anew; a run that is gone is answered no more", async () => {
    const { commit } = await on.approvedRelease();
    const requestId = await on.asked(commit);
    on.peer.next.push(401);
    await on.judge(requestId);
    expect((await on.stored(requestId)).state).toBe("approved");
    const gone = await on.asked(commit);
    on.peer.next.push(404);
    await on.judge(gone);
    expect(await on.stored(gone)).toMatchObject({ state: "unanswerable", note: expect.stringContaining("404") });
  });

  it("an address that is not public is never asked; it waits with the reason", async () => {
    const { commit } = await on.approvedRelease();
    const inside = await linkedGitHub(on.tenant, "Inside", "https://10.0.0.1/api/v3");
    const callbackUrl = `https://10.0.0.1/api/v3/repos/${REPOSITORY}/actions/runs/1/deployment_protection_rule`;
    const wish = { repository: REPOSITORY, environment: "production", commit, callbackUrl };
    const { requestId } = received(await deliver(inside, protectionRuleEvent(wish)));
    await on.judge(requestId);
    expect(await on.stored(requestId)).toMatchObject({ state: "waiting", note: expect.stringContaining("not public") });
  });
});
