import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueReminder } from "./reminder";

const DAY = 86_400_000;
const dueAt = new Date("2026-10-25T01:30:00Z");
const openedAt = new Date(dueAt.getTime() - 30 * DAY);
const policy = {
  dueWithinDays: { sev1: 15, sev2: 30, sev3: 30 },
  remindBeforeDays: [7, 1],
  remindOverdueEveryDays: 7,
};
const at = (days: number, ms = 0) => new Date(dueAt.getTime() + days * DAY + ms);
const wordAt = (now: Date, opened = openedAt) =>
  dueReminder({ openedAt: opened, dueAt }, policy, now)?.key.split(":").at(-1) ?? null;

describe("the reminder of an open item", () => {
  it.each([
    ["more than 7 days before", at(-7, -1), null],
    ["exactly 7 days before", at(-7), "before-7"],
    ["a millisecond more than a day before", at(-1, -1), "before-7"],
    ["exactly a day before", at(-1), "before-1"],
    ["at the due time, across the end of summer time", at(0), "before-1"],
    ["a millisecond after", at(0, 1), "overdue-0"],
    ["7 days after but a millisecond", at(7, -1), "overdue-0"],
    ["exactly 7 days after", at(7), "overdue-1"],
    ["a year after", at(365), "overdue-52"],
  ])("%s is %s", (_, now, word) => {
    expect(wordAt(now)).toBe(word);
  });

  it("is none before the due time for a day that had passed when the item was opened", () => {
    expect(wordAt(at(-2), at(-3))).toBeNull();
    expect(wordAt(at(-1), at(-3))).toBe("before-1");
    expect(wordAt(at(0), at(-1))).toBeNull();
  });

  it("says how many days are left or gone", () => {
    expect(dueReminder({ openedAt, dueAt }, policy, at(-6.5))).toMatchObject({ kind: "before", days: 7 });
    expect(dueReminder({ openedAt, dueAt }, policy, at(8.9))).toMatchObject({ kind: "overdue", days: 8 });
  });

  it("is another one once the item is due at another time", () => {
    const moved = dueReminder({ openedAt, dueAt: at(10) }, policy, at(9.5));
    expect(moved?.key).not.toBe(dueReminder({ openedAt, dueAt }, policy, at(-0.5))?.key);
  });

  it("never goes back: as time passes each one comes once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40 * DAY, max: 400 * DAY })), (moments) => {
        const keys = moments.sort((a, b) => a - b).map((ms) => wordAt(at(0, ms)));
        const changes = keys.filter((key, index) => index === 0 || key !== keys[index - 1]);
        expect(new Set(changes).size).toBe(changes.length);
      }),
    );
  });
});
