import { describe, expect, it } from "vitest";
import { freshnessIndicator } from "./indicator";
import type { NextDue } from "./programme";

const DAY = 86_400_000;
const at = new Date("2026-03-29T00:59:59Z");
const dueIn = (ms: number): NextDue => {
  const dueAt = new Date(at.getTime() + ms).toISOString();
  return { dueAt, dueOn: dueAt.slice(0, 10), basis: "programme" };
};

describe("the freshness that is shown", () => {
  it.each([
    ["fresh", 7 * DAY + 1, "fresh", 7],
    ["fresh", 7 * DAY, "due_soon", 7],
    ["fresh", 3.9 * DAY, "due_soon", 3],
    ["fresh", 0, "due_soon", 0],
    ["fresh", -1, "overdue", 0],
    ["fresh", -2.5 * DAY, "overdue", -2],
    ["stale", -DAY, "stale", -1],
    ["failed", 20 * DAY, "failed", 20],
    ["never", 3 * DAY, "never", 3],
    ["error", 3 * DAY, "error", 3],
  ] as const)("of what the gate calls %s, %i ms before it is due, is %s", (state, ms, word, dueInDays) => {
    expect(freshnessIndicator({ state }, dueIn(ms), at)).toEqual({ word, dueAt: dueIn(ms).dueAt, dueInDays });
  });

  it("has no date where nothing sets one, and is never fresh by a date that cannot be read", () => {
    expect(freshnessIndicator({ state: "never" }, null, at)).toEqual({ word: "never", dueAt: null, dueInDays: null });
    expect(freshnessIndicator({ state: "fresh" }, { ...dueIn(0), dueAt: "soon" }, at).word).toBe("error");
  });
});
