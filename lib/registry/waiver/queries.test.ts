import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { waiverInput } from "@/lib/testing/records";
import { openDatabase } from "@/lib/testing/registry";
import { newRelease } from "@/lib/testing/release";
import { newPerson, newTenant, newToken } from "@/lib/testing/tenant";
import { waiverDetail } from "./detail";
import { grantWaiver } from "./grant";
import { listWaivers, WAIVER_VIEWS, type WaiverView } from "./queries";
import { revokeWaiver } from "./revoke";

openDatabase();
const DAY = 86_400_000;
let board: PersonActor;
let releaseId: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  const tenant = await newTenant();
  board = await newPerson(tenant, ["change-board"], "Chris Board");
  releaseId = (await newRelease((await newToken(tenant)).actor)).id;
  ids.later = await grant(20 * DAY);
  ids.soon = await grant(2 * DAY);
  ids.expired = await grant(DAY, { at: new Date(Date.now() - 3 * DAY) });
  ids.revoked = await grant(5 * DAY);
  await revokeWaiver({ actor: board }, { waiverId: ids.revoked, reason: "The fix is there." });
  ids.superseded = await grant(3 * DAY);
  ids.extension = await grant(25 * DAY, { supersedesId: ids.superseded });
});

/** A waiver with this much life, granted `at`. */
async function grant(lifeMs: number, { at = new Date(), supersedesId }: { at?: Date; supersedesId?: string } = {}) {
  const context = {
    actor: board,
    stepUp: { personId: board.id, method: "password" as const, at },
    clock: () => at,
  };
  const expiresAt = new Date(at.getTime() + lifeMs).toISOString();
  const { id } = await grantWaiver(context, { ...waiverInput(releaseId), expiresAt, supersedesId });
  return id;
}

const namesIn = async (view: WaiverView) => {
  const { items } = await listWaivers(board, { view });
  return items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));
};

describe("the list of waivers", () => {
  it("shows each waiver under what it is now, in force with the soonest expiry first", async () => {
    expect(await namesIn("active")).toEqual(["soon", "later", "extension"]);
    expect(await namesIn("expiring")).toEqual(["soon"]);
    expect(await namesIn("expiring-month")).toEqual(["later", "extension"]);
    expect(await namesIn("expiring-later")).toEqual([]);
    expect(await namesIn("expired")).toEqual(["expired"]);
    expect(await namesIn("revoked")).toEqual(["revoked"]);
    expect(await namesIn("superseded")).toEqual(["superseded"]);
    expect(await namesIn("all")).toEqual(["extension", "later", "revoked", "superseded", "soon", "expired"]);
  });

  it("in an environment holds those of its releases alone, besides those of whole services", async () => {
    const inPlace = async (environment: string) =>
      (await listWaivers(board, { view: "active", environment })).items.length;
    expect([await inPlace("production"), await inPlace("staging")]).toEqual([3, 0]);
  });

  it("never shows in a view a waiver that the core judges otherwise", async () => {
    const states = {
      active: "valid",
      expiring: "valid",
      "expiring-month": "valid",
      "expiring-later": "valid",
      expired: "expired",
      revoked: "revoked",
      superseded: "superseded",
    };
    for (const view of WAIVER_VIEWS.filter((each) => each !== "all")) {
      const { items } = await listWaivers(board, { view });
      expect(items.map(({ state }) => state)).toEqual(items.map(() => states[view]));
    }
  });

  it("pages by key, on and back again, without losing or repeating one", async () => {
    for (let count = 0; count < 40; count += 1) await grant((6 + count / 10) * DAY);
    const first = await listWaivers(board, { view: "active" });
    const second = await listWaivers(board, { view: "active", after: first.next ?? "" });
    const seen = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(seen).size).toBe(43);
    expect({ previous: first.previous, next: second.next }).toEqual({ previous: null, next: null });
    const back = await listWaivers(board, { view: "active", before: second.previous ?? "" });
    expect(back.items).toEqual(first.items);
    await expect(listWaivers(board, { view: "all", after: "x" })).rejects.toMatchObject({ code: "invalid" });
  });
});

it("a waiver shows what it extends and what extended it, oldest first", async () => {
  const chain = [ids.superseded, ids.extension];
  for (const id of chain) {
    expect((await waiverDetail(board, id ?? "")).chain.map((each) => each.id)).toEqual(chain);
  }
  expect((await waiverDetail(board, ids.superseded ?? "")).extensionBar).not.toBeNull();
  expect((await waiverDetail(board, ids.extension ?? "")).extensionBar).toBeNull();
});
