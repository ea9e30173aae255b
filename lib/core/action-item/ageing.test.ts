import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AgedItem, ageClasses, itemCompletion } from "./ageing";
import { ACTION_ITEM_STATES } from "./model";

const DAY = 86_400_000;
const now = new Date("2026-10-05T10:00:00Z");
const daysAgo = (days: number, ms = 0) => new Date(now.getTime() - days * DAY + ms);
const open = (openedDaysAgo: number, dueInDays = 5): AgedItem => ({
  state: "open",
  openedAt: daysAgo(openedDaysAgo),
  dueAt: daysAgo(-dueInDays),
  closedAt: null,
});
const done = (dueAt: Date, closedAt: Date): AgedItem => ({ state: "done", openedAt: daysAgo(40), dueAt, closedAt });

describe("how items ended", () => {
  it("counts one that was done in its last moment as in time, and one a millisecond later not", () => {
    const items = [done(daysAgo(10), daysAgo(10)), done(daysAgo(10), daysAgo(10, 1))];
    expect(itemCompletion(items, now)).toMatchObject({ done: 2, doneInTime: 1, inTimeRate: 0.5 });
  });

  it("holds an overdue item against the rate, and neither a pending nor a cancelled one", () => {
    const cancelled: AgedItem = { ...open(20, -3), state: "cancelled", closedAt: daysAgo(1) };
    const items = [done(daysAgo(1), daysAgo(20)), open(20, -1), open(20, 1), cancelled];
    expect(itemCompletion(items, now)).toEqual({
      opened: 4,
      done: 1,
      cancelled: 1,
      open: 2,
      doneInTime: 1,
      overdue: 1,
      inTimeRate: 0.5,
      meanToDoneMs: 20 * DAY,
    });
  });

  it("has no data, which is not 0, where nothing is settled", () => {
    expect(itemCompletion([open(1)], now)).toMatchObject({ inTimeRate: null, meanToDoneMs: null });
  });
});

describe("the age of open items", () => {
  it("is in whole days: 7, 30 and 90 are the last of their class", () => {
    const items = [open(7), open(8), open(30), open(31), open(90), open(91, -1), open(-1)];
    expect(ageClasses(items, now)).toEqual([
      { fromDays: 0, toDays: 7, items: 2, overdue: 0 },
      { fromDays: 8, toDays: 30, items: 2, overdue: 0 },
      { fromDays: 31, toDays: 90, items: 2, overdue: 0 },
      { fromDays: 91, toDays: null, items: 1, overdue: 1 },
    ]);
  });

  it("puts every open item into one class and no other item into any", () => {
    const drawn = fc.array(
      fc.record({ state: fc.constantFrom(...ACTION_ITEM_STATES), days: fc.integer({ min: -5, max: 900 }) }),
    );
    fc.assert(
      fc.property(drawn, (specs) => {
        const items = specs.map(({ state, days }) => ({ ...open(days), state }));
        const total = ageClasses(items, now).reduce((sum, each) => sum + each.items, 0);
        expect(total).toBe(specs.filter(({ state }) => state === "open").length);
      }),
    );
  });
});
