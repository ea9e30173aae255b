import { expect, it } from "vitest";
import { ageDays, urgencyOf } from "./urgency";

const DAY = 86_400_000;
const now = new Date("2026-10-25T01:30:00Z");
const at = (days: number, ms = 0) => new Date(now.getTime() + days * DAY + ms);
const open = (dueAt: Date) => urgencyOf({ state: "open", dueAt, closedAt: null }, now);
const done = (closedAt: Date | null) => urgencyOf({ state: "done", dueAt: at(-90), closedAt }, now);

it.each([
  ["a millisecond overdue", open(at(0, -1)), "overdue"],
  ["due now", open(now), "soon"],
  ["due in exactly 7 days", open(at(7)), "soon"],
  ["due a millisecond later", open(at(7, 1)), "later"],
  ["closed exactly 14 days ago", done(at(-14)), "closed"],
  ["closed a millisecond before that", done(at(-14, -1)), null],
  ["closed nobody knows when", done(null), null],
])("an item that is %s", (_, urgency, expected) => {
  expect(urgency).toBe(expected);
});

it("is as many whole days old as have passed, and never less than none", () => {
  expect([at(-8), at(-8, 1), now, at(1)].map((openedAt) => ageDays(openedAt, now))).toEqual([8, 7, 0, 0]);
});
