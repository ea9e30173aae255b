import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { readyToEnqueue } from "@/db/jobs/enqueue";
import { waitingJobs } from "@/lib/testing/jobs";
import { chatChannel, someNotice } from "@/lib/testing/notification-records";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { newPerson, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { createChannel } from "../notification-channel/create";
import { setRoles } from "../person/set-roles";
import { bootstrapTenant } from "../tenant/bootstrap";
import { composeDigests } from "./compose-digests";
import { type Notice, notify } from "./notify";
import { setPreferences } from "./set-preferences";

const database = openDatabase();
let tenant: TestTenant;
beforeAll(async () => {
  tenant = await newTenant();
  await readyToEnqueue();
});

const tell = (notice: Notice, { tenantId } = tenant, now = new Date()) =>
  transaction({ tenantId }, (tx) => notify({ tx, tenantId, now }, notice));
const outbox = (key: string, { tenantId } = tenant) =>
  asApp(database.web, { tenantId }, async (client) => {
    const text = "select * from notification where key = $1 order by recipient_name";
    return (await client.query(text, [key])).rows;
  });

describe("a notice", () => {
  it("goes to those who hold the role now, as each chose, and to nobody who did it", async () => {
    const [ann, ben, cem, dee] = await Promise.all(
      ["Ann", "Ben", "Cem", "Dee"].map((name) => newPerson(tenant, ["change-board"], name)),
    );
    if (!ann || !ben || !cem || !dee) throw new Error("four people were made");
    const wish = (choice: string) => ({ choices: { "release-rejected": choice }, digestHour: 8, timeZone: "UTC" });
    await setPreferences({ actor: ben }, wish("digest"));
    await setPreferences({ actor: cem }, wish("off"));
    await tell(someNotice({ key: "as-chosen", to: { roles: ["change-board"] }, except: [dee.id] }));
    const rows = await outbox("as-chosen");
    expect(rows.map((row) => [row.recipient_name, row.state])).toEqual([
      ["Ann", "pending"],
      ["Ben", "held"],
    ]);
    expect(await waitingJobs(database.web, { notificationId: rows[0].id })).toBe(1);
    expect(await waitingJobs(database.web, { notificationId: rows[1].id })).toBe(0);
    await setRoles({ actor: tenant.admin }, { personId: ann.id, roles: ["viewer"] });
    await tell(someNotice({ key: "role-lost", to: { roles: ["change-board"], people: [tenant.admin.id] } }));
    expect((await outbox("role-lost")).map((row) => row.recipient_name)).toEqual(["Ada Admin", "Ben", "Dee"]);
  });

  it("told twice at the same moment under one key is told once to each", async () => {
    const person = await newPerson(tenant, ["viewer"], "Once");
    const notice = someNotice({ key: "twice", to: { people: [person.id] } });
    await Promise.all(Array.from({ length: 6 }, () => tell(notice)));
    await tell(notice);
    const rows = await outbox("twice");
    expect(rows).toHaveLength(1);
    expect(await waitingJobs(database.web, { notificationId: rows[0].id })).toBe(1);
    await tell(someNotice({ ...notice, kind: "release-summary" }));
    expect(await outbox("twice")).toHaveLength(2);
  });

  it("of a transaction that is rolled back is told to nobody", async () => {
    const person = await newPerson(tenant, ["viewer"]);
    const cancelled = transaction({ tenantId: tenant.tenantId }, async (tx) => {
      const scope = { tx, tenantId: tenant.tenantId, now: new Date() };
      await notify(scope, someNotice({ key: "cancelled", to: { people: [person.id] } }));
      throw new Error("changed my mind");
    });
    await expect(cancelled).rejects.toThrow("changed my mind");
    expect(await outbox("cancelled")).toEqual([]);
  });

  it("goes to nobody of another tenant, even by id", async () => {
    const other = await newTenant();
    await tell(someNotice({ key: "foreign", to: { people: [other.admin.id] } }));
    expect(await outbox("foreign")).toEqual([]);
    expect(await outbox("foreign", other)).toEqual([]);
  });

  it("goes at once to every channel that subscribed, and to no other", async () => {
    const place = await newTenant();
    const admin = { actor: place.admin };
    const add = (name: string, change: object) => createChannel(admin, { ...chatChannel(name), ...change });
    await add("All", {});
    await add("Shop", { serviceId: place.service.id });
    await add("Waivers", { subscriptions: ["waiver-requested"] });
    await tell(someNotice({ key: "no-service", to: {} }), place);
    expect((await outbox("no-service", place)).map((row) => row.recipient_name)).toEqual(["All"]);
    await tell(someNotice({ key: "of-shop", to: {}, serviceId: place.service.id }), place);
    const rows = await outbox("of-shop", place);
    expect(rows.map((row) => [row.recipient_name, row.state])).toEqual([
      ["All", "pending"],
      ["Shop", "pending"],
    ]);
  });

  it("that the sample's generator stages in the past counts as told then, and is sent to nobody", async () => {
    const admin = { email: "s@sample.example", name: "Sam", password: "a long enough one" };
    const slug = `s-${Date.now()}`;
    const sample = await bootstrapTenant({ tenantName: slug, tenantSlug: slug, sample: true, admin });
    const place = { ...tenant, tenantId: sample.tenantId };
    const notice = (key: string) => someNotice({ key, to: { people: [sample.personId] } });
    await tell(notice("past"), place, new Date(Date.now() - 3_600_000));
    await tell(notice("present"), place);
    const [past] = await outbox("past", place);
    expect(past).toMatchObject({ state: "sent", attempts: 0, sent_at: past.created_at });
    expect(await waitingJobs(database.web, { notificationId: past.id })).toBe(0);
    expect(await outbox("present", place)).toMatchObject([{ state: "pending" }]);
  });
});

describe("the daily digest", () => {
  it("gathers what was held before the person's hour into one mail, however often the minute strikes", async () => {
    const place = await newTenant();
    const eve = await newPerson(place, ["viewer"], "Eve");
    await setPreferences(
      { actor: eve },
      {
        choices: { "release-rejected": "digest" },
        digestHour: 2,
        timeZone: "Europe/Berlin",
      },
    );
    const at = (text: string) => new Date(text);
    const notice = (key: string) => someNotice({ key, to: { people: [eve.id] } });
    await tell(notice("one"), place, at("2026-03-28T12:00:00Z"));
    await tell(notice("two"), place, at("2026-03-29T00:59:59Z"));
    // The night in which two o'clock does not exist: the digest comes at three.
    await tell(notice("three"), place, at("2026-03-29T01:00:00Z"));
    await composeDigests(place.tenantId, at("2026-03-29T00:59:59Z"));
    expect(await outbox("2026-03-29", place)).toEqual([]);
    const due = at("2026-03-29T01:00:00Z");
    await Promise.all([composeDigests(place.tenantId, due), composeDigests(place.tenantId, due)]);
    await composeDigests(place.tenantId, at("2026-03-29T23:00:00Z"));
    const digests = await outbox("2026-03-29", place);
    expect(digests).toMatchObject([{ kind: "digest", recipient_id: eve.id, state: "pending" }]);
    expect(await waitingJobs(database.web, { notificationId: digests[0].id })).toBe(1);
    const carriedBy = async (key: string) => (await outbox(key, place))[0].digest_id;
    expect([await carriedBy("one"), await carriedBy("two")]).toEqual([digests[0].id, digests[0].id]);
    expect(await carriedBy("three")).toBeNull();
    await composeDigests(place.tenantId, at("2026-03-30T00:00:00Z"));
    expect(await carriedBy("three")).toBe((await outbox("2026-03-30", place))[0].id);
  });
});
