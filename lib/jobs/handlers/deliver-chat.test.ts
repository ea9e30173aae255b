import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readyToEnqueue } from "@/db/jobs/enqueue";
import type { ChannelKind } from "@/lib/core/notification/channel";
import { isSignedBy } from "@/lib/integrations/signature";
import { writeTest } from "@/lib/registry/notification/test-message";
import { createChannel } from "@/lib/registry/notification-channel/create";
import { listChannels } from "@/lib/registry/notification-channel/queries";
import { removeChannel } from "@/lib/registry/notification-channel/remove";
import { setChannelEnabled } from "@/lib/registry/notification-channel/set-enabled";
import { updateChannel } from "@/lib/registry/notification-channel/update";
import { ledgerOf } from "@/lib/testing/census";
import { type HttpPeer, httpPeer } from "@/lib/testing/http-peer";
import { chatChannel, someNotice } from "@/lib/testing/notification-records";
import { type OutboxRow, storedNotice, told } from "@/lib/testing/outbox";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, type TestTenant } from "@/lib/testing/tenant";
import { deliverNotification, deliverNow } from "./deliver-notification";

const database = openDatabase();
let tenant: TestTenant;
let peer: HttpPeer;

beforeAll(async () => {
  peer = await httpPeer();
  await readyToEnqueue();
  tenant = await newTenant();
});
afterAll(() => peer.stop());

let made = 0;
/** A channel that alone is told of news of its kind. */
async function channel(kind: ChannelKind, url = peer.url) {
  made += 1;
  for (const { id } of (await listChannels(tenant.admin)).items) {
    await setChannelEnabled({ actor: tenant.admin }, { channelId: id, enabled: false });
  }
  return createChannel({ actor: tenant.admin }, { ...chatChannel(`Room ${made}`, null, kind), url });
}
const news = () => told(tenant, someNotice({ key: `news-${made}`, to: {}, serviceId: tenant.service.id }));
const job = ({ tenantId, id }: OutboxRow) => ({ tenantId, notificationId: id });
const lastPosted = () => {
  const last = peer.posted.at(-1);
  if (!last) throw new Error("nothing was posted");
  return { ...last, body: JSON.parse(last.text) };
};

describe("a notice", () => {
  it("reaches Slack as blocks", async () => {
    await channel("slack");
    await deliverNotification(job(await news()));
    expect(lastPosted().body).toMatchObject({
      text: "NO-GO: Release rejected: shop 1.2.3 for production",
      blocks: [{ type: "header", text: { type: "plain_text", text: "NO-GO" } }, {}, {}, {}, { type: "context" }],
    });
    expect(lastPosted().text).toContain("<http://readiness.test/releases/0190|Open in Readiness>");
  });

  it("reaches Teams as an Adaptive Card", async () => {
    await channel("teams");
    await deliverNotification(job(await news()));
    const { content } = lastPosted().body.attachments[0];
    expect(content).toMatchObject({ type: "AdaptiveCard", actions: [{ type: "Action.OpenUrl" }] });
    expect(content.actions[0].url).toBe("http://readiness.test/releases/0190");
  });

  it("reaches any system as JSON, signed with the secret that was shown once, under one delivery id", async () => {
    const { secret } = await channel("webhook");
    const row = await news();
    peer.next.push(503);
    await expect(deliverNotification(job(row))).rejects.toThrow("It answered 503.");
    await deliverNotification(job(row));
    const [first, second] = peer.posted.slice(-2);
    expect([first, second].map((each) => each?.headers["x-readiness-delivery"])).toEqual([row.id, row.id]);
    const { headers, text, body } = lastPosted();
    const signed = (given: string) =>
      isSignedBy(given, String(headers["x-readiness-signature-256"]), `${headers["x-readiness-timestamp"]}.`, text);
    expect([signed(secret ?? ""), signed("another")]).toEqual([true, false]);
    const about = { service: "service-api", environment: null, releaseId: null };
    expect(body).toMatchObject({ id: row.id, kind: "release-rejected", verdict: "NO-GO", ...about });
    expect(await storedNotice(row)).toMatchObject({ state: "sent", attempts: 2 });
  });

  it.each([
    [404, "It answered 404."],
    [302, "It answered 302, a redirect, which is not followed."],
  ])("that is refused with %i is given up", async (status, lastError) => {
    await channel("slack");
    const row = await news();
    peer.next.push(status);
    const before = peer.posted.length;
    await deliverNotification(job(row));
    expect(await storedNotice(row)).toMatchObject({ state: "gave_up", lastError });
    expect(peer.posted.length).toBe(before + 1);
  });

  it("never goes to an address inside the network that no administrator allowed", async () => {
    await channel("slack");
    const row = await news();
    const before = peer.posted.length;
    await deliverNotification(job(row), { limits: { allowed: "10.0.0.0/8" } });
    expect(await storedNotice(row)).toMatchObject({
      state: "gave_up",
      lastError: expect.stringContaining("not public"),
    });
    expect(peer.posted.length).toBe(before);
  });

  it("to a channel that was disabled or removed meanwhile goes nowhere", async () => {
    const { id } = await channel("slack");
    const disabled = await news();
    await setChannelEnabled({ actor: tenant.admin }, { channelId: id, enabled: false });
    await deliverNotification(job(disabled));
    expect(await storedNotice(disabled)).toMatchObject({ state: "failed", lastError: "This channel is disabled." });
    const { id: other } = await channel("teams");
    const removed = await news();
    await removeChannel({ actor: tenant.admin }, { channelId: other });
    await deliverNotification(job(removed));
    expect(await storedNotice(removed)).toMatchObject({ state: "failed", lastError: "This channel was removed." });
  });
});

describe("a test message", () => {
  it("is delivered while the admin waits, also to a disabled channel, and says how it ended", async () => {
    const { id: channelId } = await channel("slack");
    await setChannelEnabled({ actor: tenant.admin }, { channelId, enabled: false });
    const test = async () => deliverNow(await writeTest({ actor: tenant.admin }, { channelId }));
    expect(await test()).toEqual({ state: "sent", reason: null });
    expect(lastPosted().text).toContain("Ada Admin asked for it");
    peer.next.push(500);
    expect(await test()).toEqual({ state: "gave_up", reason: "It answered 500." });
    const shown = (await listChannels(tenant.admin)).items.find(({ id }) => id === channelId);
    expect(shown?.last).toMatchObject({ state: "gave_up", error: "It answered 500." });
  });
});

describe("a channel's address", () => {
  it("is a secret: neither the list nor the ledger holds it, and a new one is recorded as replaced", async () => {
    const { id: channelId, secret } = await channel("webhook");
    await updateChannel({ actor: tenant.admin }, { channelId, url: "https://hooks.acme.com/in/other-secret" });
    const listed = JSON.stringify(await listChannels(tenant.admin));
    const recorded = JSON.stringify(await ledgerOf(database.web, tenant.tenantId));
    expect(listed).toContain('"host":"hooks.acme.com"');
    expect(recorded).toContain('"urlReplaced":true');
    for (const text of [listed, recorded]) {
      for (const word of ["a-secret", "other-secret", secret ?? ""]) expect(text).not.toContain(word);
    }
  });

  it.each(["http://hooks.acme.com/x", "https://user:pass@hooks.acme.com/x", "ftp://hooks.acme.com", "hooks.acme.com"])(
    "%s is refused, and not repeated",
    async (url) => {
      const work = createChannel({ actor: tenant.admin }, { ...chatChannel(`Bad ${url}`), url });
      await expect(work).rejects.toMatchObject({ code: "invalid", issues: [{ path: "url" }] });
      await expect(work).rejects.not.toThrow(/hooks\.acme|user:pass/);
    },
  );

  it("has a name of its own and a service of its own tenant", async () => {
    const other = await newTenant();
    await createChannel({ actor: tenant.admin }, chatChannel("Taken"));
    const taken = createChannel({ actor: tenant.admin }, chatChannel("Taken"));
    await expect(taken).rejects.toMatchObject({ issues: [{ path: "name" }] });
    const foreign = createChannel({ actor: tenant.admin }, chatChannel("Foreign", other.service.id));
    await expect(foreign).rejects.toMatchObject({ issues: [{ path: "serviceId" }] });
  });
});
