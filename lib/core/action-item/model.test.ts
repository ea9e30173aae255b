import { expect, it } from "vitest";
import { isOverdue } from "./model";

const dueAt = new Date("2026-10-25T01:30:00Z");

it.each([
  ["open, due at this very moment", "open", 0, false],
  ["open, a millisecond later", "open", 1, true],
  ["done", "done", 86_400_000, false],
  ["cancelled", "cancelled", 86_400_000, false],
] as const)("an item that is %s", (_, state, laterMs, overdue) => {
  expect(isOverdue({ state, dueAt }, new Date(dueAt.getTime() + laterMs))).toBe(overdue);
});
