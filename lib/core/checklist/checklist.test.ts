import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GATE_METRICS } from "@/lib/core/metrics/schema";
import { type ChecklistFacts, checklist } from "./checklist";
import { canConfirm, newMetrics, type RunbookFacts } from "./runbooks";

const fresh = { state: "fresh", reason: "the last rehearsal passed within 30 days" } as const;
const stale = { state: "stale", reason: "the last passed rehearsal is older than 30 days" } as const;
const before = { version: "1.0", names: ["error_rate", "queue_depth"] };

const runbooks = (change: Partial<RunbookFacts> = {}): RunbookFacts => ({
  seen: ["error_rate", "queue_depth"],
  before,
  catalogue: [],
  confirmations: [],
  ...change,
});
const facts = (change: Partial<ChecklistFacts> = {}): ChecklistFacts => ({
  releaseId: "r-1",
  service: "service-api",
  environment: "production",
  released: true,
  archive: { digest: `sha256:${"a".repeat(64)}`, artifacts: 2, approvers: ["Chris Board"] },
  rehearsal: { atRollout: fresh, now: fresh, required: true, maxAgeDays: 30 },
  notified: { at: "2025-10-01T12:00:00.000Z", recipients: ["Chris Board"] },
  runbooks: runbooks(),
  ...change,
});
const item = (change: Partial<ChecklistFacts>, id: string) =>
  checklist(facts(change)).items.find((each) => each.id === id);

it("a release of which everything is on record has nothing open, each item with its evidence", () => {
  const { items, open, done } = checklist(facts());
  expect({ open, done }).toEqual({ open: 0, done: 3 });
  expect(items.map(({ id, state }) => `${id} ${state}`)).toEqual([
    "archived done",
    "rehearsal done",
    "notified done",
    "runbooks not_needed",
  ]);
  expect(items.every(({ evidence, why }) => evidence !== null && why !== "")).toBe(true);
});

describe("manifest archived with hashes and approvers", () => {
  const archive = { digest: `sha256:${"a".repeat(64)}`, artifacts: 1, approvers: ["Chris Board", "Sam Reliable"] };
  it.each([
    ["both are there", { archive }, "done", "1 artifact hash, approved by Chris Board, Sam Reliable."],
    ["no hash", { archive: { ...archive, artifacts: 0 } }, "open", "no artifact hash"],
    ["no approver", { archive: { ...archive, approvers: [] } }, "open", "no approval on record"],
    ["not archived", { archive: null }, "open", "not archived yet"],
    ["before the rollout", { archive: null, released: false }, "open", "follows when the rollout"],
  ])("%s", (_name, change, state, why) => {
    expect(item(change, "archived")).toMatchObject({ state, why: expect.stringContaining(why) });
  });
});

describe("rehearsal within the policy's days", () => {
  const rehearsal = { atRollout: stale, now: stale, required: true, maxAgeDays: 30 };
  it.each([
    ["stale at the rollout", rehearsal, "open"],
    ["stale at the rollout, rehearsed since", { ...rehearsal, now: fresh }, "done"],
    ["fresh at the rollout, stale by now", { ...rehearsal, atRollout: fresh }, "done"],
    ["the policy asks for none", { ...rehearsal, required: false }, "not_needed"],
    ["no policy", { ...rehearsal, required: false, maxAgeDays: null }, "open"],
  ])("%s", (_name, given, state) => {
    expect(item({ rehearsal: given }, "rehearsal")?.state).toBe(state);
  });

  it("names the days of the policy", () => {
    expect(item({ rehearsal: { ...rehearsal, maxAgeDays: 14 } }, "rehearsal")?.title).toContain("within 14 days");
  });
});

it.each([
  ["not yet", null, "open"],
  ["to nobody", { at: "2025-10-01T12:00:00Z", recipients: [] }, "open"],
  ["to a channel", { at: "2025-10-01T12:00:00Z", recipients: ["#releases"] }, "done"],
])("change board notified: %s", (_name, notified, state) => {
  expect(item({ notified }, "notified")?.state).toBe(state);
});

describe("runbooks of new metrics", () => {
  const seen = ["error_rate", "cache_hits", "queue_depth"];
  const confirmed = (...metrics: string[]) => [{ metrics, reason: "internal only", by: "Sam Reliable" }];
  it.each<[string, Partial<RunbookFacts>, string, string]>([
    ["a new one without an entry", { seen }, "open", "New without a runbook: cache_hits."],
    [
      "an entry without a runbook",
      { seen, catalogue: [{ name: "cache_hits", hasRunbook: false }] },
      "open",
      "cache_hits",
    ],
    ["an entry with one", { seen, catalogue: [{ name: "cache_hits", hasRunbook: true }] }, "done", "cache_hits"],
    [
      "confirmed by a person",
      { seen, confirmations: confirmed("cache_hits") },
      "done",
      "Sam Reliable confirmed: internal only",
    ],
    ["another one confirmed", { seen, confirmations: confirmed("queue_depth") }, "open", "cache_hits"],
    ["nothing arrived", { seen: null }, "open", "cannot be ruled out"],
    ["nothing arrived, confirmed", { seen: null, confirmations: confirmed() }, "done", "Sam Reliable confirmed"],
    ["a confirmation of nothing, then a new one arrives", { seen, confirmations: confirmed() }, "open", "cache_hits"],
    ["the first release", { seen, before: null }, "open", "cache_hits, queue_depth"],
    [
      "the one before sent nothing",
      { seen, before: { version: "1.0", names: null } },
      "open",
      "cache_hits, queue_depth",
    ],
    ["the first release, nothing beyond the gate's", { seen: [...GATE_METRICS], before: null }, "not_needed", "beyond"],
    ["one that is no longer sent", { seen: ["error_rate"] }, "not_needed", "since 1.0"],
  ])("%s", (_name, change, state, why) => {
    expect(item({ runbooks: runbooks(change) }, "runbooks")).toMatchObject({
      state,
      why: expect.stringContaining(why),
    });
  });

  it("only what is open can be confirmed", () => {
    expect(canConfirm(runbooks())).toBe(false);
    expect(canConfirm(runbooks({ seen }))).toBe(true);
    expect(canConfirm(runbooks({ seen: null }))).toBe(true);
    expect(canConfirm(runbooks({ seen: null, confirmations: confirmed() }))).toBe(false);
  });

  it("new is exactly what this release has and the one before has not, whatever the order", () => {
    const names = fc.array(fc.string({ minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(names, names, (now, old) => {
        const found = newMetrics(runbooks({ seen: now, before: { version: "1.0", names: old } }));
        expect(new Set(found)).toEqual(new Set(now.filter((name) => !old.includes(name))));
        expect(found).toEqual([...found].sort());
      }),
    );
  });
});
