import { describe, expect, it } from "vitest";
import { byUrgency, mostUrgent, urgencyOf } from "./urgency";

const NOW = new Date("2026-03-01T12:00:00Z");
const afterNow = (ms: number) => new Date(NOW.getTime() + ms);
const DAY_MS = 86_400_000;

describe("what waits is late only once its time has passed", () => {
  it.each([
    [afterNow(-1), "late"],
    [NOW, "soon"],
    [afterNow(DAY_MS), "soon"],
    [afterNow(DAY_MS + 1), "waiting"],
    [null, "waiting"],
  ] as const)("due at %s: %s", (dueAt, expected) => {
    expect(urgencyOf(dueAt, NOW)).toBe(expected);
  });
});

it("a group counts as its most pressing member", () => {
  expect(mostUrgent(["waiting", "late", "soon"])).toBe("late");
  expect(mostUrgent([])).toBeNull();
});

it("groups with something late come first, and equal ones keep their order", () => {
  const groups = [
    { name: "calm", urgencies: ["waiting"] },
    { name: "soon", urgencies: ["waiting", "soon"] },
    { name: "late", urgencies: ["late"] },
    { name: "later", urgencies: ["soon", "late"] },
  ] as const;
  expect(byUrgency(groups).map(({ name }) => name)).toEqual(["late", "later", "soon", "calm"]);
});
