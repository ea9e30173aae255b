import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { changeActionItem } from "@/lib/registry/action-item/change";
import { closeActionItem } from "@/lib/registry/action-item/close";
import { actionItemDetail } from "@/lib/registry/action-item/detail";
import { linkIssue } from "@/lib/registry/action-item/issue/link";
import { openIssue } from "@/lib/registry/action-item/issue/open";
import { retryIssue } from "@/lib/registry/action-item/issue/retry";
import { unlinkIssue } from "@/lib/registry/action-item/issue/unlink";
import { reopenActionItem } from "@/lib/registry/action-item/reopen";
import { linkRepository } from "@/lib/registry/integration/link";
import { setIntegrationEnabled } from "@/lib/registry/integration/set-enabled";
import { newItem } from "@/lib/testing/action-item-records";
import { ledgerOf } from "@/lib/testing/census";
import { type FakeIssues, fakeIssues } from "@/lib/testing/fake-issues";
import { deliver } from "@/lib/testing/github-webhook";
import { newIntegration, type TestIntegration } from "@/lib/testing/integration-records";
import type { IssuePayload } from "@/lib/testing/issue-events";
import { openDatabase } from "@/lib/testing/registry";
import { newPerson, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { syncIssue } from "./sync-issue";

const database = openDatabase();
const repository = "acme/shop";
let tenant: TestTenant;
let engineer: PersonActor;
let peer: FakeIssues;
let github: TestIntegration;

beforeAll(async () => {
  tenant = await newTenant();
  engineer = await newPerson(tenant, ["engineer"], "Dana Dev");
  peer = await fakeIssues(repository);
  github = await newIntegration(tenant, "github", { apiUrl: peer.apiUrl });
  await linkRepository({ actor: tenant.admin }, { integrationId: github.id, repository, serviceId: tenant.service.id });
});
afterAll(() => peer.close());
beforeEach(() => {
  peer.next.length = 0;
  peer.writes.length = 0;
});

const NOTE = "The alert pages since the last release.";
const place = () => ({ integrationId: github.id, repository });
const sync = (actionItemId: string) => syncIssue({ tenantId: tenant.tenantId, actionItemId });
const shown = (id: string) => actionItemDetail(engineer, id);
const tell = (event: IssuePayload) => deliver(github, event, undefined, "issues");

/** An item with an issue of its own. */
async function tracked(title: string) {
  const id = await newItem(engineer, title, { detail: "Page before requests are refused." });
  await openIssue({ actor: engineer }, { actionItemId: id, ...place() });
  await sync(id);
  peer.writes.length = 0;
  const { issue } = await shown(id);
  return { id, number: Number(issue?.name.split("#")[1]) };
}

describe("an item that gets an issue", () => {
  it("opens it once, with its title, detail and owner, and is linked with it", async () => {
    const id = await newItem(engineer, "Alert on the pool", { detail: "Page before requests are refused." });
    await openIssue({ actor: engineer }, { actionItemId: id, ...place() });
    expect((await shown(id)).issue).toMatchObject({ state: "opening", name: repository });
    await sync(id);
    await sync(id);
    expect(peer.writes.map(({ method }) => method)).toEqual(["POST"]);
    expect(peer.writes[0]?.body).toMatchObject({
      title: "Alert on the pool",
      body: expect.stringContaining("Page before requests are refused."),
    });
    const { issue } = await shown(id);
    expect(issue).toMatchObject({ state: "linked", trouble: null, url: expect.stringContaining("/acme/shop/issues/") });
    await expect(openIssue({ actor: engineer }, { actionItemId: id, ...place() })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("finds the one whose answer never came, and opens no second one", async () => {
    const id = await newItem(engineer, "The answer is lost");
    await openIssue({ actor: engineer }, { actionItemId: id, ...place() });
    peer.next.push("drop");
    await expect(sync(id)).rejects.toThrow();
    expect((await shown(id)).issue).toMatchObject({ state: "opening", trouble: expect.stringContaining("not told") });
    await sync(id);
    expect(peer.writes.map(({ method }) => method)).toEqual(["POST"]);
    expect((await shown(id)).issue).toMatchObject({ state: "linked", trouble: null });
  });

  it.each([
    [503, "GitHub answered 503"],
    [403, "refused it (403)"],
    [410, "refused it (410)"],
  ])("is told why when GitHub answers %i, and is tried again", async (status, words) => {
    const id = await newItem(engineer, `Answered ${status}`);
    await openIssue({ actor: engineer }, { actionItemId: id, ...place() });
    peer.next.push(status);
    await expect(sync(id)).rejects.toThrow();
    expect((await shown(id)).issue?.trouble).toContain(words);
    await retryIssue({ actor: engineer }, { actionItemId: id });
    await sync(id);
    expect((await shown(id)).issue).toMatchObject({ state: "linked", trouble: null });
    await expect(retryIssue({ actor: engineer }, { actionItemId: id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("asks nothing of GitHub while its integration is disabled", async () => {
    const id = await newItem(engineer, "While it is disabled");
    await openIssue({ actor: engineer }, { actionItemId: id, ...place() });
    await setIntegrationEnabled({ actor: tenant.admin }, { integrationId: github.id, enabled: false });
    await expect(sync(id)).rejects.toThrow("is disabled");
    await setIntegrationEnabled({ actor: tenant.admin }, { integrationId: github.id, enabled: true });
    expect(peer.writes).toEqual([]);
  });

  it("is only opened or linked where an admin has linked the repository", async () => {
    const id = await newItem(engineer, "Elsewhere");
    const elsewhere = { actionItemId: id, integrationId: github.id, repository: "acme/other" };
    await expect(openIssue({ actor: engineer }, elsewhere)).rejects.toMatchObject({ code: "not_found" });
    for (const url of [`${peer.origin}/acme/other/issues/1`, `https://github.com/${repository}/issues/1`]) {
      await expect(linkIssue({ actor: engineer }, { actionItemId: id, url })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});

describe("an item with an issue", () => {
  it("tells it a new title, its end with a reason, and that it is open again", async () => {
    const { id, number } = await tracked("First title");
    await changeActionItem({ actor: engineer }, { actionItemId: id, title: "Second title", priority: "high" });
    await sync(id);
    await closeActionItem({ actor: engineer }, { actionItemId: id, state: "cancelled", note: NOTE });
    await sync(id);
    expect(peer.issues.get(number)).toMatchObject({
      title: "Second title",
      state: "closed",
      state_reason: "not_planned",
    });
    await reopenActionItem({ actor: engineer }, { actionItemId: id, reason: "It pages too late." });
    await sync(id);
    expect(peer.issues.get(number)).toMatchObject({ state: "open" });
    expect(peer.writes.map(({ method }) => method)).toEqual(["PATCH", "PATCH", "PATCH"]);
  });

  it("takes what was changed there, and sends none of it back", async () => {
    const { id, number } = await tracked("Ours");
    expect(await tell(peer.edit(number, { title: "Theirs" }, "edited"))).toMatchObject({
      json: { outcome: "changed" },
    });
    expect((await shown(id)).title).toBe("Theirs");
    await tell(peer.edit(number, { state: "closed", state_reason: "completed" }, "closed"));
    const closed = await shown(id);
    expect(closed).toMatchObject({ state: "done", closing: { by: "Codertocat (GitHub)" } });
    await tell(peer.edit(number, { state: "open", state_reason: "reopened" }, "reopened"));
    expect(await shown(id)).toMatchObject({ state: "open", closing: null });
    await sync(id);
    expect(peer.writes).toEqual([]);
    const last = (await ledgerOf(database.web, tenant.tenantId)).at(-1);
    expect(last).toMatchObject({ command: "action-item.receive-issue", body: { actor: { kind: "integration" } } });
  });

  it("hears its own change again without an echo, in whatever order, doubled or late", async () => {
    const { id, number } = await tracked("Before");
    await changeActionItem({ actor: engineer }, { actionItemId: id, title: "After" });
    const late = peer.edit(number, {}, "edited");
    await sync(id);
    const own = peer.edit(number, {}, "edited");
    const before = await ledgerOf(database.web, tenant.tenantId);
    for (const event of [own, late, own, late]) expect((await tell(event)).status).toBe(202);
    await sync(id);
    expect((await shown(id)).title).toBe("After");
    expect(await ledgerOf(database.web, tenant.tenantId)).toEqual(before);
    expect(peer.writes.map(({ method }) => method)).toEqual(["PATCH"]);
  });

  it("shows who it is assigned to there", async () => {
    const { id, number } = await tracked("Assigned there");
    await tell(peer.edit(number, {}, "assigned"));
    expect((await shown(id)).issue?.assignees).toEqual(["Codertocat"]);
  });

  it("asks GitHub where two changes of one second contradict each other", async () => {
    const { id, number } = await tracked("Twice in a second");
    const reopened = peer.edit(number, { state: "open" }, "reopened");
    const closed = { ...reopened, action: "closed", issue: { ...reopened.issue, state: "closed" } };
    await tell(reopened);
    expect(await tell(closed)).toMatchObject({ json: { outcome: "GitHub is asked" } });
    await sync(id);
    expect((await shown(id)).state).toBe("open");
  });

  it("is told when the issue was deleted, and can be linked with another one", async () => {
    const { id, number } = await tracked("Deleted there");
    const { number: other } = await tracked("The other one");
    await tell(peer.edit(number, { state: "closed" }, "deleted"));
    expect(await shown(id)).toMatchObject({ state: "open", issue: { state: "gone" } });
    const taken = { actionItemId: id, url: `${peer.origin}/${repository}/issues/${other}` };
    await expect(linkIssue({ actor: engineer }, taken)).rejects.toMatchObject({ code: "conflict" });
    const free = peer.edit(900, { title: "Free" }, "edited");
    await linkIssue({ actor: engineer }, { ...taken, url: String(free.issue.html_url) });
    await sync(id);
    expect(await shown(id)).toMatchObject({
      title: "Deleted there",
      issue: { state: "linked", name: "acme/shop#900" },
    });
  });

  it("follows it to where it was moved", async () => {
    const { id, number } = await tracked("Moved there");
    const moved = peer.edit(number, {}, "transferred");
    const changes = moved.changes as { new_repository: { full_name: string }; new_issue: { number: number } };
    await tell(moved);
    const { new_repository: to, new_issue: there } = changes;
    expect((await shown(id)).issue?.name).toBe(`${to.full_name.toLowerCase()}#${there.number}`);
  });

  it("that is unlinked follows nothing any more", async () => {
    const { id, number } = await tracked("Unlinked");
    await unlinkIssue({ actor: engineer }, { actionItemId: id });
    expect(await tell(peer.edit(number, { title: "Theirs" }, "edited"))).toMatchObject({
      json: { outcome: "not linked" },
    });
    await closeActionItem({ actor: engineer }, { actionItemId: id, state: "done", note: NOTE });
    await sync(id);
    expect([peer.writes, (await shown(id)).title]).toEqual([[], "Unlinked"]);
  });
});

it("an issue of another tenant's link is not for us, and a bad value at any one place is never a 5xx", async () => {
  const { id, number } = await tracked("Only ours");
  const other = await newTenant();
  const theirs = await newIntegration(other, "github", { apiUrl: peer.apiUrl });
  const event = peer.edit(number, { title: "Not theirs" }, "edited");
  expect(await deliver(theirs, event, undefined, "issues")).toMatchObject({ json: { outcome: "not linked" } });
  expect((await shown(id)).title).toBe("Only ours");
  for (const key of ["action", "issue", "repository", "sender", "changes"]) {
    for (const bad of ["null", "7", '""', '"\\u0000"', "[]", "{}"]) {
      const text = JSON.stringify({ ...event, [key]: "@here@" }).replace('"@here@"', () => bad);
      expect((await deliver(github, text, undefined, "issues")).status, `${key} = ${bad}`).toBeLessThan(500);
    }
  }
});
