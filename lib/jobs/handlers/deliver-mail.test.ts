import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readyToEnqueue } from "@/db/jobs/enqueue";
import type { PersonActor } from "@/lib/core/access";
import { MOST_ATTEMPTS } from "@/lib/core/notification/delivery";
import { mailSettings } from "@/lib/integrations/mail/settings";
import { composeDigests } from "@/lib/registry/notification/compose-digests";
import { retryNotification } from "@/lib/registry/notification/retry";
import { setPreferences } from "@/lib/registry/notification/set-preferences";
import { setRoles } from "@/lib/registry/person/set-roles";
import { waitingJobs } from "@/lib/testing/jobs";
import { someNotice } from "@/lib/testing/notification-records";
import { cutOff, type OutboxRow, storedNotice, told } from "@/lib/testing/outbox";
import { openDatabase } from "@/lib/testing/registry";
import { catchMail, type MailCatcher } from "@/lib/testing/smtp-server";
import { newPerson, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { deliverNotification, deliverNow } from "./deliver-notification";

const database = openDatabase();
const ACCOUNT = { user: "readiness", pass: "p@ss/word 1" };
const FROM = "Readiness <readiness@acme.com>";
let tenant: TestTenant;
let person: PersonActor;
let server: MailCatcher;

beforeAll(async () => {
  server = await catchMail({ account: ACCOUNT });
  await readyToEnqueue();
  tenant = await newTenant();
  person = await newPerson(tenant, ["viewer"], "Zoë Łukasz");
});
afterAll(() => server.stop());

const settings = (url = server.url) => mailSettings({ SMTP_URL: url, MAIL_FROM: FROM });
const job = ({ tenantId, id }: OutboxRow) => ({ tenantId, notificationId: id });
const deliver = (row: OutboxRow, url = server.url) => deliverNotification(job(row), { mail: settings(url) });
const mailOf = (row: OutboxRow) => server.mails.filter(({ headers }) => headers["x-readiness-delivery"] === row.id);
let keys = 0;
const notice = (to = person) => {
  keys += 1;
  return told(tenant, someNotice({ key: `mail-${keys}`, to: { people: [to.id] }, serviceId: tenant.service.id }));
};

describe("a mail", () => {
  it("reaches its person through the configured server, with verdict, reason and one page to open", async () => {
    const row = await notice();
    await deliver(row);
    const [mail, ...more] = mailOf(row);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      ...{ from: "readiness@acme.com", to: [person.email] },
      subject: "NO-GO: Release rejected: shop 1.2.3 for production",
      text: expect.stringContaining(
        "The rollback was not rehearsed.\n\nOpen in Readiness: http://readiness.test/releases/0190\n",
      ),
      html: expect.stringContaining('<a href="http://readiness.test/releases/0190">Open in Readiness</a>'),
    });
    expect(mail?.headers["message-id"]).toBe(`<${row.id}@acme.com>`);
    expect(mail?.headers["auto-submitted"]).toBe("auto-generated");
    expect(await storedNotice(row)).toMatchObject({ state: "sent", attempts: 1, lastError: null, claimedUntil: null });
    expect((await storedNotice(row))?.sentAt).toBeInstanceOf(Date);
  });

  it("delivered by two workers at once, and once more later, is sent once", async () => {
    const row = await notice();
    const outcomes = await Promise.allSettled([deliver(row), deliver(row), deliver(row)]);
    await deliver(row);
    expect(mailOf(row)).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    expect(await storedNotice(row)).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("whose worker was killed is left to it for a while, and then taken up by another", async () => {
    const row = await notice();
    await cutOff(row, "just now");
    await expect(deliver(row)).rejects.toThrow("Another delivery");
    expect(mailOf(row)).toEqual([]);
    await cutOff(row, "long ago");
    await deliver(row);
    expect(mailOf(row)).toHaveLength(1);
    expect(await storedNotice(row)).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("whose worker was killed between sending and noting it repeats under the same Message-ID", async () => {
    const row = await notice();
    await deliver(row);
    await cutOff(row, "long ago");
    await deliver(row);
    const ids = mailOf(row).map(({ headers }) => headers["message-id"]);
    expect(ids).toEqual([`<${row.id}@acme.com>`, `<${row.id}@acme.com>`]);
    expect(await storedNotice(row)).toMatchObject({ state: "sent" });
  });
});

describe("a server that says no", () => {
  it("for now (450) is asked again", async () => {
    const row = await notice();
    server.next.push(450);
    await expect(deliver(row)).rejects.toThrow("(450)");
    expect(await storedNotice(row)).toMatchObject({ state: "pending", attempts: 1, claimedUntil: null });
    await deliver(row);
    expect(mailOf(row)).toHaveLength(1);
    expect(await storedNotice(row)).toMatchObject({ state: "sent", attempts: 2, lastError: null });
  });

  it("too often is given up, which no queue repeats", async () => {
    const row = await notice();
    await cutOff(row, "long ago", MOST_ATTEMPTS - 1);
    server.next.push(450);
    await deliver(row);
    expect(await storedNotice(row)).toMatchObject({ state: "gave_up", attempts: MOST_ATTEMPTS });
  });

  it("for good (550) is given up at once, until an admin has it tried again", async () => {
    const row = await notice();
    server.next.push(550);
    await deliver(row);
    const reason = expect.stringContaining("The mail server refused the mail (550).");
    expect(await storedNotice(row)).toMatchObject({ state: "gave_up", attempts: 1, lastError: reason });
    await retryNotification({ actor: tenant.admin }, { notificationId: row.id });
    expect(await storedNotice(row)).toMatchObject({ state: "pending", attempts: 0, lastError: null });
    await deliver(row);
    expect(mailOf(row)).toHaveLength(1);
    const again = retryNotification({ actor: tenant.admin }, { notificationId: row.id });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });

  it("to the sign-in is tried again, and the reason holds no password, whatever the server repeats", async () => {
    const row = await notice();
    const wrong = new URL(server.url);
    wrong.password = encodeURIComponent("wr0ng/secret");
    await expect(deliver(row, wrong.toString())).rejects.toThrow("refused the sign-in");
    const stored = await storedNotice(row);
    expect(stored?.lastError).toContain("Nobody signs in here as readiness with …");
    expect(stored?.lastError).not.toMatch(/wr0ng|p@ss/);
  });

  it("nothing at all is tried again, or told at once to somebody who waits", async () => {
    const away = await catchMail();
    await away.stop();
    const row = await notice();
    await expect(deliver(row, away.url)).rejects.toThrow("cannot be reached");
    const ended = await deliverNow(job(await notice()), { mail: settings(away.url) });
    expect(ended).toEqual({ state: "gave_up", reason: expect.stringContaining("cannot be reached") });
  });
});

describe("a mail that cannot be tried ends visibly and blocks nothing", () => {
  it("without a mail server", async () => {
    const row = await notice();
    await deliverNotification(job(row), { mail: mailSettings({}) });
    const lastError = "E-mail is not configured: set SMTP_URL and MAIL_FROM.";
    expect(await storedNotice(row)).toMatchObject({ state: "failed", lastError, sentAt: null });
  });

  it("to somebody who was removed meanwhile", async () => {
    const leaver = await newPerson(tenant, ["viewer"], "Leo Leaver");
    const row = await notice(leaver);
    await setRoles({ actor: tenant.admin }, { personId: leaver.id, roles: [] });
    await deliver(row);
    expect(mailOf(row)).toEqual([]);
    expect(await storedNotice(row)).toMatchObject({ state: "failed", lastError: expect.stringContaining("no longer") });
  });

  it("to an address of examples, unless the server catches mail on this machine", async () => {
    const row = await notice();
    await deliver(row, "smtp://mail.acme.invalid:25");
    expect(await storedNotice(row)).toMatchObject({ state: "failed", lastError: expect.stringContaining("reserved") });
  });
});

it("a digest is one mail; with it everything that it carries is sent, and with its failure nothing is lost", async () => {
  const reader = await newPerson(tenant, ["viewer"], "Dora Digest");
  const wishes = { choices: { "release-rejected": "digest" }, digestHour: 8, timeZone: "Asia/Tokyo" };
  await setPreferences({ actor: reader }, wishes);
  const held = [await notice(reader), await notice(reader)];
  expect(held.map(({ state }) => state)).toEqual(["held", "held"]);
  await composeDigests(tenant.tenantId, new Date(Date.now() + 86_400_000));
  const digestId = (await storedNotice(held[0] as OutboxRow))?.digestId ?? "";
  const digest = { ...(held[0] as OutboxRow), id: digestId };
  expect(await waitingJobs(database.web, { notificationId: digestId })).toBe(1);
  const states = () => Promise.all([digest, ...held].map(async (row) => (await storedNotice(row))?.state));
  server.next.push(550);
  await deliver(digest);
  expect(await states()).toEqual(["gave_up", "gave_up", "gave_up"]);
  await retryNotification({ actor: tenant.admin }, { notificationId: held[1]?.id });
  expect(await states()).toEqual(["pending", "held", "held"]);
  await deliver(digest);
  expect(await states()).toEqual(["sent", "sent", "sent"]);
  expect(mailOf(digest)).toMatchObject([{ to: [reader.email], subject: "Daily digest: 2 notices" }]);
  expect(mailOf(digest)[0]?.text).toContain("times in Asia/Tokyo");
});
