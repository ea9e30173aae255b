import { describe, expect, it } from "vitest";
import { STAGE_STATUSES, STAGES } from "@/lib/core/release/stages";
import { confirmingBar } from "./confirm";
import { blockersOf, isBeforeProduction, requireBreakable } from "./request";
import { breakGlassState } from "./state";

const at = (minute: number) => new Date(Date.UTC(2026, 9, 25, 0, minute));
const asked = { expiresAt: at(60), confirmedAt: null, cancelledAt: null, usedAt: null };

describe("where a break-glass stands", () => {
  it.each([
    ["waits", asked, at(59), "requested"],
    ["is over at the instant of its expiry", asked, at(60), "expired"],
    ["is over although it was confirmed", { ...asked, confirmedAt: at(1) }, at(60), "expired"],
    ["is confirmed", { ...asked, confirmedAt: at(1) }, at(59), "confirmed"],
    [
      "is cancelled although it was confirmed",
      { ...asked, confirmedAt: at(1), cancelledAt: at(2) },
      at(3),
      "cancelled",
    ],
    ["stays used for ever", { ...asked, confirmedAt: at(1), usedAt: at(2) }, at(9999), "used"],
    ["is over by a clock that cannot be read", asked, new Date(Number.NaN), "expired"],
  ] as const)("%s", (_, times, now, state) => {
    expect(breakGlassState(times, now)).toBe(state);
  });
});

describe("a break-glass opens something, or is refused", () => {
  const release = {
    isProduction: true,
    stage: { stage: "approval" as const, status: "succeeded" as const },
    verdict: "reject" as const,
    artifacts: [{}],
    hasOpenOne: false,
  };
  it("of a release that the gate holds back before production", () => {
    expect(() => requireBreakable(release)).not.toThrow();
    expect(() => requireBreakable({ ...release, verdict: "waiver_required" })).not.toThrow();
  });
  it.each([
    ["no gate guards the place", { isProduction: false }, "needs none"],
    ["the gate approves", { verdict: "approve" as const }, "The gate approves"],
    ["it is in production", { stage: { stage: "production" as const, status: "running" as const } }, "past the gate"],
    ["it has no manifest", { artifacts: null }, "names them first"],
    ["its manifest names no artifacts", { artifacts: [] }, "names them first"],
    ["one is open", { hasOpenOne: true }, "already"],
  ])("refused when %s", (_, more, reason) => {
    expect(() => requireBreakable({ ...release, ...more })).toThrow(reason);
  });

  it("before production is every stage until it, and production after a rollout that failed", () => {
    const before = STAGES.flatMap((stage) => STAGE_STATUSES.map((status) => ({ stage, status })))
      .filter(isBeforeProduction)
      .map(({ stage, status }) => `${stage} ${status}`);
    const open = ["candidate", "build", "readiness", "staging", "approval"];
    const all = open.flatMap((stage) => STAGE_STATUSES.map((status) => `${stage} ${status}`));
    expect(before).toEqual([...all, "production failed"]);
  });
});

describe("the second person", () => {
  const requester = { id: "p1", name: "Rene Release", email: "rene@example.com" };
  const author = {
    kind: "claimed" as const,
    id: null,
    name: "Dana Dev",
    email: "dana@example.com",
    involvement: "author" as const,
  };
  it.each([
    ["is somebody else", { id: "p2", name: "Chris Board", email: "chris@example.com" }, null],
    ["is not the one who asked", requester, "You asked"],
    ["is not the same human by another account", { id: "p3", name: "R.", email: "Rene@Example.com" }, "You asked"],
    ["is no author", { id: "p4", name: "D.", email: "dana@example.com" }, "You authored"],
  ])("%s", (_, person, bar) => {
    const found = confirmingBar(person, requester, [author]);
    expect(found).toEqual(bar === null ? null : expect.stringContaining(bar));
  });

  it("may be who submitted evidence: it is not what is asked for that they judge", () => {
    const submitter = { ...author, involvement: "scorecard" as const };
    expect(confirmingBar({ id: "p4", name: "D.", email: "dana@example.com" }, requester, [submitter])).toBeNull();
  });
});

it("blockers are what the gate holds against it: blocking, not passed and not waived", () => {
  const check = (id: string, more: object) => ({ id, title: id, outcome: "fail", details: [], ...more });
  const checks = [
    check("failed", { blocking: true, waived: false }),
    check("missing", { blocking: true, waived: false, outcome: "missing" }),
    check("waived", { blocking: true, waived: true }),
    check("told", { blocking: false, waived: false }),
    check("passed", { blocking: true, waived: false, outcome: "pass" }),
  ];
  const blockers = blockersOf({ checks } as unknown as Parameters<typeof blockersOf>[0]);
  expect(blockers.map(({ id }) => id)).toEqual(["failed", "missing"]);
});
