import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Agreed, issueMark, issueTitle, markedItem, mergeIssue } from "./issue";
import type { ActionItemState } from "./model";

const agreed: Agreed = { itemTitle: "Alert", issueTitle: "Alert", state: "open" };
const item = (title: string, state: ActionItemState = "open") => ({ title, state });
const issue = (title: string, isClosed = false, reason: string | null = null) => ({ title, isClosed, reason });

describe("an item and its issue", () => {
  it.each([
    ["nothing changed", item("Alert"), issue("Alert"), {}, {}],
    ["the item was renamed", item("Page"), issue("Alert"), {}, { title: "Page" }],
    ["the issue was renamed", item("Alert"), issue("Page"), { title: "Page" }, {}],
    ["both were renamed: the item gives", item("Page"), issue("Ring"), {}, { title: "Page" }],
    ["the issue was closed", item("Alert"), issue("Alert", true, "completed"), { state: "done" }, {}],
    ["the issue was closed by an older server", item("Alert"), issue("Alert", true), { state: "done" }, {}],
    ["the issue was not planned", item("Alert"), issue("Alert", true, "not_planned"), { state: "cancelled" }, {}],
    ["the issue was a duplicate", item("Alert"), issue("Alert", true, "duplicate"), { state: "cancelled" }, {}],
    ["the item was done", item("Alert", "done"), issue("Alert"), {}, { state: "done" }],
    ["the item was cancelled", item("Alert", "cancelled"), issue("Alert"), {}, { state: "cancelled" }],
    ["both were closed alike", item("Alert", "done"), issue("Alert", true, "completed"), {}, {}],
  ])("%s", (_, ours, theirs, toItem, toIssue) => {
    expect(mergeIssue({ item: ours, issue: theirs, agreed })).toMatchObject({ toItem, toIssue });
  });

  it("that meet first keep their titles, and a closed one closes the other", () => {
    const met = mergeIssue({ item: item("Alert"), issue: issue("Page", true), agreed: null });
    expect(met).toMatchObject({ toItem: { state: "done" }, toIssue: {} });
    const other = mergeIssue({ item: item("Alert", "cancelled"), issue: issue("Page"), agreed: null });
    expect(other).toMatchObject({ toItem: {}, toIssue: { state: "cancelled" } });
  });

  it("agree on whatever the issue made of what it was told", () => {
    const pushed = { title: "Page", state: "done" as const };
    const told = mergeIssue({ item: item("Page", "done"), issue: issue("page", true, null), agreed, pushed });
    expect(told).toMatchObject({ toItem: {}, toIssue: {}, agreed: { itemTitle: "Page", issueTitle: "page" } });
  });
});

type Change = { side: "item" | "issue"; title?: string; state?: ActionItemState };

it("no change echoes: told of each other in any order, they end alike, and the issue is told once for each change", () => {
  const change = fc.record({
    side: fc.constantFrom("item" as const, "issue" as const),
    title: fc.option(fc.constantFrom("Alert", "Page", "Ring"), { nil: undefined }),
    state: fc.option(fc.constantFrom<ActionItemState>("open", "done", "cancelled"), { nil: undefined }),
  });
  // "news": a webhook of what the issue is now; "job": the issue is told, and what it answers is taken.
  const step = fc.oneof(change, fc.constantFrom("news" as const, "job" as const));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const world = start();
      let ours = 0;
      for (const each of steps) {
        if (each === "news") world.hear();
        else if (each === "job") world.tell();
        else if (world.change(each)) ours += 1;
      }
      world.hear();
      for (let round = 0; round < 4; round += 1) world.tell();
      const writes = world.writes();
      for (let round = 0; round < 3; round += 1) {
        world.hear();
        world.tell();
      }
      expect(world.writes()).toBe(writes);
      expect(writes).toBeLessThanOrEqual(ours);
      expect(world.sides().issue).toEqual(world.sides().item);
    }),
    { numRuns: 400 },
  );
});

/** An item, its issue as GitHub keeps it, and what they agreed on. */
function start() {
  const ours = item("Alert");
  const theirs = { title: "Alert", state: "open" as ActionItemState };
  let known: Agreed = { ...(agreed as NonNullable<Agreed>) };
  let writes = 0;
  const seen = () => ({
    title: theirs.title,
    isClosed: theirs.state !== "open",
    reason: theirs.state === "cancelled" ? "not_planned" : theirs.state === "done" ? "completed" : null,
  });
  const merge = (pushed?: { title?: string; state?: ActionItemState }) => {
    const merged = mergeIssue({ item: ours, issue: seen(), agreed: known, pushed });
    Object.assign(ours, merged.toItem);
    known = merged.agreed;
    return merged.toIssue;
  };
  return {
    change({ side, title, state }: Change): boolean {
      const target = side === "item" ? ours : theirs;
      const before = { ...target };
      Object.assign(target, title && { title }, state && { state });
      return side === "item" && (before.title !== target.title || before.state !== target.state);
    },
    hear: () => void merge(),
    tell() {
      const push = merge();
      if (Object.keys(push).length === 0) return;
      writes += 1;
      Object.assign(theirs, push);
      merge(push);
    },
    writes: () => writes,
    sides: () => ({ item: ours, issue: theirs }),
  };
}

it("a title that GitHub would not take is shortened, by whole characters", () => {
  expect(issueTitle("x".repeat(256))).toHaveLength(256);
  const shortened = issueTitle("😀".repeat(300));
  expect([Array.from(shortened).length, shortened.endsWith("😀…")]).toEqual([256, true]);
});

it("an issue says of which item it is, unseen, and nothing else passes for it", () => {
  const id = "0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b";
  expect(markedItem(`${issueMark(id)}\n\nDetails`)).toBe(id);
  for (const text of [null, "", `readiness-action-item: ${id}`, "<!-- readiness-action-item: 1 -->"]) {
    expect(markedItem(text)).toBeNull();
  }
});
