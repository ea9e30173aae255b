import { beforeAll, describe, expect, it } from "vitest";
import { shownTimeline } from "@/lib/core/incident/timeline";
import { census } from "@/lib/testing/census";
import { openDatabase } from "@/lib/testing/registry";
import { newPerson, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { declareIncident } from "../declare";
import { mergeIncident } from "../merge";
import { incidentDetail } from "../queries";
import { correctEntry } from "./correct";
import { followTimeline } from "./follow";
import { noteIncident } from "./note";
import { pinEntry } from "./pin";
import { timelineOf } from "./queries";

const database = openDatabase();
let tenant: TestTenant;
let writer: { actor: Awaited<ReturnType<typeof newPerson>> };
let colleague: typeof writer;

beforeAll(async () => {
  tenant = await newTenant();
  writer = { actor: await newPerson(tenant, ["incident-commander"], "Wanda Writer") };
  colleague = { actor: await newPerson(tenant, ["incident-commander"], "Carl Colleague") };
});

async function newIncident(): Promise<string> {
  const wish = { service: tenant.service.slug, severity: "sev3", title: "It is slow" };
  return (await declareIncident(writer, wish)).id;
}
const textsOf = async (incidentId: string) =>
  (await timelineOf(writer.actor, incidentId)).entries.map(({ text }) => text);
const failsWith = (code: string) => expect.objectContaining({ code });

describe("an entry that is sent again", () => {
  const entry = { entryId: crypto.randomUUID(), text: "The pool is exhausted.", at: "2026-01-05T10:00:00Z" };
  let incidentId: string;

  it("is written once, however often and whatever happened to the answer", async () => {
    incidentId = await newIncident();
    const input = { incidentId, ...entry };
    const first = await noteIncident(writer, input);
    const before = await census(database.owner, tenant.tenantId);
    const again = await Promise.all([noteIncident(writer, input), noteIncident(writer, input)]);
    expect(again).toEqual([first, first]);
    expect(await census(database.owner, tenant.tenantId)).toEqual(before);
  });

  it("is refused when it says something else, or comes from somebody else or for another incident", async () => {
    const input = { incidentId, ...entry };
    const others: [typeof writer, object][] = [
      [writer, { ...input, text: "The pool is full." }],
      [writer, { ...input, kind: "update" }],
      [writer, { ...input, at: "2026-01-05T10:00:01Z" }],
      [colleague, input],
      [writer, { ...input, incidentId: await newIncident() }],
    ];
    for (const [who, other] of others) await expect(noteIncident(who, other)).rejects.toEqual(failsWith("conflict"));
  });
});

describe("an entry", () => {
  it("takes what a browser's fast clock calls the future for now, and refuses what cannot have happened yet", async () => {
    const incidentId = await newIncident();
    const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
    await noteIncident(writer, { incidentId, text: "just now", at: inSeconds(30) });
    const { entries } = await timelineOf(writer.actor, incidentId);
    expect(entries.at(-1)?.at).toBe(entries.at(-1)?.recordedAt);
    const future = noteIncident(writer, { incidentId, text: "soon", at: inSeconds(600) });
    await expect(future).rejects.toEqual(failsWith("invalid"));
  });

  it("that is an update moves the time of the next one, and a note does not", async () => {
    const incidentId = await newIncident();
    const dueAt = async () => (await incidentDetail(writer.actor, incidentId)).nextUpdateAt;
    const before = await dueAt();
    await noteIncident(writer, { incidentId, text: "Looking." });
    expect(await dueAt()).toBe(before);
    await noteIncident(writer, { incidentId, kind: "update", text: "Half of it works again." });
    expect(Date.parse((await dueAt()) ?? "")).toBeGreaterThan(Date.parse(before ?? ""));
  });

  it("is corrected and pinned by further entries, which change nothing when they say the same again", async () => {
    const incidentId = await newIncident();
    const { id: entryId } = await noteIncident(writer, { incidentId, text: "Reverted to 1.3." });
    const text = "Reverted to 1.2.";
    for (const { actor } of [writer, colleague]) {
      await correctEntry({ actor }, { incidentId, entryId, text });
      await pinEntry({ actor }, { incidentId, entryId, pinned: true });
    }
    const { entries, lastSequence } = await timelineOf(writer.actor, incidentId);
    expect(lastSequence).toBe(4);
    const shown = shownTimeline(entries).find(({ entry }) => entry.id === entryId);
    expect(shown).toMatchObject({
      text,
      pinned: true,
      corrected: [{ by: "Wanda Writer", before: "Reverted to 1.3." }],
    });
    const declared = entries[0]?.id;
    const ofReadiness = correctEntry(writer, { incidentId, entryId: declared, text: "It was not." });
    await expect(ofReadiness).rejects.toEqual(failsWith("conflict"));
  });

  it("is not added to a duplicate that was merged away", async () => {
    const incidentId = await newIncident();
    await mergeIncident(writer, { incidentId, intoId: await newIncident() });
    const late = noteIncident(writer, { incidentId, text: "Too late." });
    await expect(late).rejects.toEqual(failsWith("conflict"));
    expect(await textsOf(incidentId)).not.toContain("Too late.");
  });
});

describe("readers who follow a timeline", () => {
  const NEVER_MS = 60_000;

  /** Follows until it is ended, and keeps what it was given. */
  async function follower(incidentId: string, { after = 0, may = (): boolean => true, actor = writer.actor } = {}) {
    const ending = new AbortController();
    const following = { after, heartbeatMs: NEVER_MS, signal: ending.signal, stillReads: async () => may() };
    const news = await followTimeline(actor, incidentId, following);
    const given: number[] = [];
    const ended = (async () => {
      for await (const { entries } of news) given.push(...entries.map(({ sequence }) => sequence));
    })();
    const end = async () => {
      ending.abort();
      await ended;
    };
    return { given, ended, end, has: (sequences: number[]) => expect.poll(() => given).toEqual(sequences) };
  }
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

  it("are given each entry once and in order, however many write at once and wherever they begin", async () => {
    const incidentId = await newIncident();
    const [early, late] = [await follower(incidentId), await follower(incidentId, { after: 1 })];
    const writing = upTo(12).map((number) =>
      noteIncident(number % 2 ? writer : colleague, { incidentId, text: `line ${number}` }),
    );
    const taken = (await Promise.all(writing)).map(({ sequence }) => sequence);
    expect(taken.toSorted((a, b) => a - b)).toEqual(upTo(13).slice(1));
    await early.has(upTo(13));
    await late.has(upTo(13).slice(1));
    await Promise.all([early.end(), late.end()]);
  });

  it("miss nothing that is written while the connection that hears of it is down", async () => {
    const incidentId = await newIncident();
    const reader = await follower(incidentId);
    await noteIncident(writer, { incidentId, text: "heard" });
    await reader.has([1, 2]);
    const broken = await database.web.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'",
    );
    expect(broken.rowCount).toBe(1);
    await noteIncident(writer, { incidentId, text: "written meanwhile" });
    await reader.has([1, 2, 3]);
    await noteIncident(writer, { incidentId, text: "heard again" });
    await reader.has([1, 2, 3, 4]);
    await reader.end();
  });

  it("are given nothing more from the moment that they may not read", async () => {
    const incidentId = await newIncident();
    let may = true;
    const reader = await follower(incidentId, { may: () => may });
    await reader.has([1]);
    may = false;
    await noteIncident(writer, { incidentId, text: "not for them" });
    await reader.ended;
    expect(reader.given).toEqual([1]);
  });

  it("cannot follow what is another tenant's", async () => {
    const incidentId = await newIncident();
    const { admin } = await newTenant();
    await expect(follower(incidentId, { actor: admin })).rejects.toEqual(failsWith("not_found"));
  });
});
