import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_INCIDENT_POLICY as policy } from "../policy";
import { postmortemDeadlines } from "./deadlines";
import { postmortemReminders } from "./reminders";
import { postmortemStanding } from "./standing";

const RESOLVED = new Date("2026-01-10T12:00:00.000Z");
const at = (hours: number) => new Date(RESOLVED.getTime() + hours * 3_600_000);
const second = 1 / 3600;
type Done = { publishedAt?: Date | null; completedAt?: Date | null };
const judged = (hours: number, { publishedAt = null, completedAt = null }: Done = {}) =>
  postmortemDeadlines({ severity: "sev1", resolvedAt: RESOLVED, publishedAt, completedAt }, policy, at(hours));

describe("the deadlines of a postmortem", () => {
  it.each([
    [0, "not-due", "not-due"],
    [24 - second, "not-due", "not-due"],
    [24, "due", "not-due"],
    [48, "due", "due"],
    [48 + second, "overdue", "due"],
    [72, "overdue", "due"],
    [72 + second, "overdue", "overdue"],
  ])("at %d hours after the resolution with nothing done: %s, %s", (hours, publish, complete) => {
    expect(judged(hours)).toMatchObject({ publishBy: at(48), completeBy: at(72), publish, complete });
  });

  it.each([
    [48, "done-in-time"],
    [48 + second, "done-late"],
  ])("published at %d hours is %s, however long ago that was", (hours, publish) => {
    expect(judged(1000, { publishedAt: at(hours) })?.publish).toBe(publish);
  });

  it("do not count what was published before the latest resolution", () => {
    expect(judged(1, { publishedAt: at(-1), completedAt: at(-1) })).toMatchObject({
      publish: "not-due",
      complete: "not-due",
    });
  });

  it("are none while the incident is open, or where the policy asks for no postmortem", () => {
    const open = { severity: "sev1", resolvedAt: null, publishedAt: null, completedAt: null } as const;
    expect(postmortemDeadlines(open, policy, at(0))).toBeNull();
    const lax = { ...policy, postmortem: { ...policy.postmortem, requiredFor: ["sev1" as const] } };
    expect(postmortemDeadlines({ ...open, severity: "sev2", resolvedAt: RESOLVED }, lax, at(99))).toBeNull();
  });
});

describe("reminders", () => {
  const keysAt = (hours: number, done: Done = {}) => {
    const deadlines = judged(hours, done);
    return deadlines ? postmortemReminders(deadlines, policy, at(hours)) : [];
  };

  it("are never two of one deadline, and every day past a deadline has one of its own until it is met", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 }), (hours) => {
        const reminders = keysAt(hours);
        expect(new Set(reminders.map(({ deadline }) => deadline)).size).toBe(reminders.length);
        for (const { daysOverdue, by, key, leadershipKey } of reminders) {
          const days = Math.floor((at(hours).getTime() - by.getTime()) / 86_400_000);
          if (days < 0 || at(hours) <= by) continue;
          expect({ daysOverdue, names: key.includes(`${days}d after`) }).toEqual({ daysOverdue: days, names: true });
          expect(leadershipKey).toContain(`week ${Math.floor(days / 7)}`);
        }
      }),
    );
  });

  it("end with what they remind of", () => {
    expect(keysAt(100, { publishedAt: at(90) }).map(({ deadline }) => deadline)).toEqual(["complete"]);
    expect(keysAt(100, { publishedAt: at(90), completedAt: at(91) })).toEqual([]);
  });

  it("tell nothing to leadership before a deadline has passed", () => {
    expect(keysAt(47.9).every(({ leadershipKey }) => leadershipKey === null)).toBe(true);
    expect(keysAt(47.9)).toHaveLength(1);
  });
});

describe("where a postmortem stands", () => {
  const of = (publishedAt: Date[], completedAt: Date[], resolvedAt: Date | null = RESOLVED) =>
    postmortemStanding({ resolvedAt, isBegun: true, publishedAt, completedAt }).state;

  it.each([
    ["draft", of([], [])],
    ["published", of([at(1)], [])],
    ["completed", of([at(1)], [at(2)])],
    ["draft", of([at(-2)], [at(-1)])],
    ["published", of([at(-2), at(1)], [at(-1)])],
    ["draft", of([at(1)], [at(2)], null)],
  ])("%s", (expected, state) => {
    expect(state).toBe(expected);
  });

  it("is none before anybody has begun it, and counts the first publication since the resolution", () => {
    const none = { resolvedAt: RESOLVED, isBegun: false, publishedAt: [], completedAt: [] };
    expect(postmortemStanding(none)).toEqual({ state: "none", publishedAt: null, completedAt: null });
    const twice = { resolvedAt: RESOLVED, isBegun: true, publishedAt: [at(5), at(1)], completedAt: [] };
    expect(postmortemStanding(twice).publishedAt).toEqual(at(1));
  });
});
