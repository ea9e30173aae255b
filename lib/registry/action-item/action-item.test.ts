import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { csvLine } from "@/lib/core/csv/write";
import { newItem } from "@/lib/testing/action-item-records";
import { census, ledgerOf } from "@/lib/testing/census";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { declareIncident } from "../incident/declare";
import { mergeIncident } from "../incident/merge";
import { timelineOf } from "../incident/timeline/queries";
import { actionItemAgeing, actionItemBoard } from "./board";
import { changeActionItem } from "./change";
import { changeActionItems } from "./change-many";
import { closeActionItem } from "./close";
import { actionItemDetail } from "./detail";
import { exportActionItems } from "./export";
import { importActionItems } from "./import";
import { dueActionItems, itemsOfIncident, listActionItems } from "./queries";
import { remindOfActionItems } from "./remind";
import { reopenActionItem } from "./reopen";

const database = openDatabase();
const DAY = 86_400_000;
const NOTE = "The alert pages since the last release.";
let tenant: TestTenant;
let engineer: PersonActor;
let owner: PersonActor;

beforeAll(async () => {
  tenant = await newTenant();
  engineer = await newPerson(tenant, ["engineer", "incident-commander"], "Dana Dev");
  owner = await newPerson(tenant, ["engineer"], "Olga Owner");
});

const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const open = (title: string, more: Record<string, unknown> = {}) => newItem(engineer, title, more);
const change = (input: Record<string, unknown>) => changeActionItems({ actor: engineer }, input);
const declare = async (title: string) =>
  (await declareIncident({ actor: engineer }, { service: tenant.service.slug, severity: "sev2", title })).id;

describe("several items changed at once", () => {
  it("are all changed, under one entry of the ledger, and their new owner is told of each", async () => {
    const ids = [await open("One"), await open("Two")];
    const before = (await ledgerOf(database.web, tenant.tenantId)).length;
    const wish = { actionItemIds: ids, ownerId: owner.id, priority: "high", dueAt: inDays(3) };
    expect(await change(wish)).toMatchObject({ changed: 2 });
    expect(await change(wish)).toMatchObject({ changed: 0 });
    for (const id of ids) {
      expect(await actionItemDetail(owner, id)).toMatchObject({ owner: { name: "Olga Owner" }, priority: "high" });
    }
    expect(await ledgerOf(database.web, tenant.tenantId)).toHaveLength(before + 1);
    const told = await toldOf("action-item-assigned");
    expect(told.filter(({ title }) => /(One|Two)$/.test(title)).map(({ name }) => name)).toEqual([
      "Olga Owner",
      "Olga Owner",
    ]);
  });

  it("stay as they are, all of them, where one cannot be changed, which is named", async () => {
    const [id, closed] = [await open("Still open"), await open("Over")];
    await closeActionItem({ actor: engineer }, { actionItemId: closed, state: "done", note: NOTE });
    const ours = await open("Of our service", { service: tenant.service.slug });
    const { actor: token } = await newToken(tenant, ["read", "action-item:manage"], { serviceId: tenant.service.id });
    const limited = { ...token, serviceId: tenant.tenantId };
    const before = await census(database.web, tenant.tenantId);
    for (const [ids, words] of [
      [[id, closed], "“Over” is done already"],
      [[id, tenant.tenantId], "is not there"],
    ] as const) {
      const work = change({ actionItemIds: ids, priority: "low" });
      await expect(work).rejects.toMatchObject({ message: expect.stringContaining(words) });
    }
    const elsewhere = changeActionItems({ actor: limited }, { actionItemIds: [ours], priority: "low" });
    await expect(elsewhere).rejects.toMatchObject({ code: "conflict" });
    await expect(change({ actionItemIds: [id] })).rejects.toMatchObject({ code: "invalid" });
    await expect(actionItemDetail(limited, ours)).rejects.toMatchObject({ code: "forbidden" });
    expect((await listActionItems(limited, {})).items.map((item) => item.id)).not.toContain(ours);
    expect(await census(database.web, tenant.tenantId)).toEqual(before);
  });

  it("are closed together, each with its note", async () => {
    const ids = [await open("Three"), await open("Four")];
    await change({ actionItemIds: ids, close: { state: "cancelled", note: NOTE } });
    for (const id of ids) {
      expect(await actionItemDetail(engineer, id)).toMatchObject({ state: "cancelled", closing: { note: NOTE } });
    }
  });
});

it("an item that was closed too early is opened again, and its end stays on record", async () => {
  const actionItemId = await open("Too early");
  await closeActionItem({ actor: engineer }, { actionItemId, state: "done", note: NOTE });
  await expect(changeActionItem({ actor: engineer }, { actionItemId, title: "Other" })).rejects.toMatchObject({
    code: "conflict",
  });
  await reopenActionItem({ actor: engineer }, { actionItemId, reason: "It pages too late." });
  expect(await actionItemDetail(engineer, actionItemId)).toMatchObject({ state: "open", closing: null });
  expect((await ledgerOf(database.web, tenant.tenantId)).at(-1)?.body).toMatchObject({
    data: { before: { state: "done", note: NOTE } },
  });
});

describe("items of an incident", () => {
  it("are on its timeline, with those of its duplicates, and on the overview until they are done", async () => {
    const [incidentId, duplicate] = [await declare("Slow"), await declare("Slow too")];
    const first = await open("Raise the limit", { incidentId });
    const theirs = { ownerId: owner.id, ownerName: undefined };
    const second = await open("Add an alert", { incidentId: duplicate, ...theirs });
    await mergeIncident({ actor: engineer }, { incidentId: duplicate, intoId: incidentId });
    const { items } = await itemsOfIncident(engineer, incidentId);
    expect(items.map(({ id }) => id).sort()).toEqual([first, second].sort());
    await closeActionItem({ actor: engineer }, { actionItemId: first, state: "done", note: NOTE });
    const texts = (await timelineOf(engineer, incidentId, {})).entries.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(["Action item opened: Raise the limit", "Action item done: Raise the limit"]),
    );
    const shown = async (reader: PersonActor) => {
      const { own, others } = await dueActionItems(reader);
      return [own, others].map((items) => items.map(({ id }) => id).filter((id) => [first, second].includes(id)));
    };
    expect(await shown(owner)).toEqual([[second], []]);
    expect(await shown(engineer)).toEqual([[], [second]]);
  });
});

describe("reminders", () => {
  const at = async (now: Date) => {
    await remindOfActionItems(tenant.tenantId, now);
    await Promise.all([remindOfActionItems(tenant.tenantId, now), remindOfActionItems(tenant.tenantId, now)]);
  };

  it("come before the item is due and until it is done, each once, to the owner and then to who opened it too", async () => {
    const due = Date.now() + 20 * DAY;
    const dueAt = new Date(due).toISOString();
    const id = await open("Remind me", { ownerId: owner.id, ownerName: undefined, dueAt });
    const toldBy = async (now: number) => {
      await at(new Date(now));
      return (await toldOf("action-item-due")).filter(({ path }) => path.endsWith(id)).map(({ name }) => name);
    };
    expect(await toldBy(due - 8 * DAY)).toEqual([]);
    expect(await toldBy(due - 6 * DAY)).toEqual(["Olga Owner"]);
    expect(await toldBy(due - 5 * DAY)).toEqual(["Olga Owner"]);
    expect(await toldBy(due)).toEqual(["Olga Owner", "Olga Owner"]);
    expect((await toldBy(due + 1)).slice(2)).toEqual(["Dana Dev", "Olga Owner"]);
    expect(await toldBy(due + 7 * DAY)).toHaveLength(6);
    await closeActionItem({ actor: engineer }, { actionItemId: id, state: "done", note: NOTE });
    expect(await toldBy(due + 30 * DAY)).toHaveLength(6);
  });
});

describe("a file", () => {
  const HEAD = [
    "title",
    "detail",
    "service",
    "owner",
    "owner_email",
    "due_at",
    "priority",
    "id",
    "state",
    "closing_note",
  ];
  const load = (rows: (string | null)[][], head = HEAD) =>
    importActionItems({ actor: engineer }, { csv: [head, ...rows].map((row) => csvLine(row)).join("") });

  it("opens items once, however often it is imported", async () => {
    const rows = [
      ["=Imported", "", "service-api", null, owner.email, "2040-01-01", "high", "", "open", ""],
      ["Imported too", "Some words", "", "The platform team", "", "2040-01-02", "", "", "", ""],
    ];
    expect(await load(rows)).toEqual({ opened: 2, changed: 0, same: 0 });
    expect(await load(rows)).toEqual({ opened: 0, changed: 0, same: 2 });
    const { items } = await listActionItems(engineer, { q: "imported" });
    expect(items).toMatchObject([
      { title: "=Imported", owner: { id: owner.id, name: "Olga Owner" }, priority: "high", service: "service-api" },
      { title: "Imported too", owner: { id: null, name: "The platform team" }, dueAt: "2040-01-02T23:59:59.000Z" },
    ]);
  });

  it("that was exported changes nothing, and what is changed in it is changed here", async () => {
    const exported = (await exportActionItems(engineer, {}, {})).items;
    const rows = (change: (item: (typeof exported)[number]) => (string | null)[]) => exported.map(change);
    const asIs = (item: (typeof exported)[number]) => [
      ...[item.title, item.detail, item.service, item.owner.name, item.ownerEmail, item.dueAt, item.priority, item.id],
      ...[item.state, item.closingNote],
    ];
    expect(await load(rows(asIs))).toEqual({ opened: 0, changed: 0, same: exported.length });
    const target = exported.find(({ title }) => title === "Imported too");
    const edited = rows((item) => (item.id === target?.id ? [...asIs(item).slice(0, 8), "done", NOTE] : asIs(item)));
    expect(await load(edited)).toMatchObject({ opened: 0, changed: 1 });
    expect(await actionItemDetail(engineer, target?.id ?? "")).toMatchObject({
      state: "done",
      closing: { note: NOTE },
    });
  });

  it("with one line that cannot be done changes nothing and names each such line", async () => {
    const before = await census(database.web, tenant.tenantId);
    const fine = ["Fine", "", "", "Somebody", "", "2040-01-01", "", "", "", ""];
    const work = load([
      fine,
      ["Of no service", "", "nowhere", "Somebody", "", "2040-01-01", "", "", "", ""],
      ["Of nobody", "", "", "", "nobody@example.com", "2040-01-01", "", "", "", ""],
      ["Of no item", "", "", "Somebody", "", "2040-01-01", "", tenant.tenantId, "", ""],
    ]);
    await expect(work).rejects.toMatchObject({
      code: "not_found",
      issues: [
        { message: "Line 3: there is no service nowhere" },
        { message: "Line 4: nobody@example.com is nobody of this tenant" },
        { message: "Line 5: there is no action item of this id" },
      ],
    });
    await expect(load([fine], ["title"])).rejects.toMatchObject({ code: "invalid" });
    expect(await census(database.web, tenant.tenantId)).toEqual(before);
  });
});

it("the board and the ages hold every open item once, under the same filters as the list", async () => {
  const all = (await listActionItems(engineer, { state: "open" })).items.map(({ id }) => id);
  const { columns } = await actionItemBoard(engineer, {});
  const onBoard = columns
    .filter(({ urgency }) => urgency !== "closed")
    .flatMap(({ items }) => items.map(({ id }) => id));
  expect(onBoard.sort()).toEqual(all.sort());
  expect(columns.find(({ urgency }) => urgency === "closed")?.items.length).toBeGreaterThan(0);
  const ages = await actionItemAgeing(engineer, {});
  expect(ages.reduce((sum, { items }) => sum + items, 0)).toBe(all.length);
  const mine = (await listActionItems(engineer, { state: "open", owner: owner.id })).items.length;
  const board = await actionItemBoard(engineer, { owner: owner.id });
  expect(board.columns.slice(0, 3).reduce((sum, { total }) => sum + total, 0)).toBe(mine);
  expect((await actionItemAgeing(engineer, { service: "no-such" })).every(({ items }) => items === 0)).toBe(true);
});

/** Who was told of a kind of notice, in order. */
async function toldOf(kind: string): Promise<{ name: string; title: string; path: string }[]> {
  return asApp(database.web, { tenantId: tenant.tenantId }, async (client) => {
    const text = `select recipient_name as name, content->>'title' as title, content->>'path' as path
      from notification where kind = $1 order by created_at, recipient_name`;
    return (await client.query(text, [kind])).rows;
  });
}
