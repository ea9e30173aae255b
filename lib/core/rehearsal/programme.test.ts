import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cadence, checkCadence, nextDue, type Programme } from "./programme";

const DAY = 86_400_000;
const monthly = (day: number, since = "2026-01-01T00:00:00Z"): Programme => ({
  cadence: { kind: "monthly", day },
  since: new Date(since),
});
const every = (days: number, since = "2026-01-01T00:00:00Z"): Programme => ({
  cadence: { kind: "interval", days },
  since: new Date(since),
});
const passed = (text: string | null) => (text === null ? null : new Date(text));

describe("the next due date", () => {
  it.each([
    ["before any passed, the first date of the programme", monthly(15), null, "2026-01-15", "programme"],
    ["also on that very day", monthly(15, "2026-01-15T23:00:00Z"), null, "2026-01-15", "programme"],
    ["after that day, in the month after", monthly(15, "2026-01-16T00:00:00Z"), null, "2026-02-15", "programme"],
    ["in December, the year after", monthly(5, "2026-12-06T00:00:00Z"), null, "2027-01-05", "programme"],
    ["one that passed on the date is that date's", monthly(15), "2026-01-15T23:59:59.999Z", "2026-02-14", "policy"],
    ["one that passed before it too", monthly(15), "2026-01-12T09:00:00Z", "2026-02-11", "policy"],
    ["day 31 in February is its last day", monthly(31, "2026-02-01T00:00:00Z"), null, "2026-02-28", "programme"],
    ["in a leap year the 29th", monthly(31, "2028-02-01T00:00:00Z"), null, "2028-02-29", "programme"],
    ["after it, the month's own last day", monthly(31), "2026-02-28T12:00:00Z", "2026-03-30", "policy"],
    ["a date long gone by stays due", monthly(10, "2025-06-01T00:00:00Z"), null, "2025-06-10", "programme"],
    ["an old pass makes no date before the programme", monthly(10), "2025-03-01T00:00:00Z", "2025-03-31", "policy"],
    ["so many days after the last that passed", every(14), "2026-03-20T10:00:00Z", "2026-04-03", "programme"],
    ["or after the programme began", every(14), null, "2026-01-15", "programme"],
    ["without a programme, when the policy's age is reached", null, "2026-03-20T10:00:00Z", "2026-04-19", "policy"],
  ])("is %s", (_, programme, lastPassed, dueOn, basis) => {
    expect(nextDue(programme, passed(lastPassed), 30)).toMatchObject({ dueOn, basis });
  });

  it("is none without a programme and before any has passed", () => {
    expect(nextDue(null, null, 30)).toBeNull();
  });

  it("is the programme's where the policy leaves more time", () => {
    expect(nextDue(monthly(15), passed("2026-01-12T09:00:00Z"), 90)).toEqual({
      dueAt: "2026-02-15T23:59:59.999Z",
      dueOn: "2026-02-15",
      basis: "programme",
    });
  });

  it("counts days as durations: the night when clocks change makes none shorter", () => {
    const due = nextDue(every(14), passed("2026-03-20T10:00:00Z"), 30);
    expect(Date.parse(due?.dueAt ?? "") - Date.parse("2026-03-20T10:00:00Z")).toBe(14 * DAY);
  });

  const instants = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
  const cadences: fc.Arbitrary<Cadence> = fc.oneof(
    fc.record({ kind: fc.constant("monthly" as const), day: fc.integer({ min: 1, max: 31 }) }),
    fc.record({ kind: fc.constant("interval" as const), days: fc.integer({ min: 1, max: 30 }) }),
  );

  it("is after the last that passed, within the policy's age, and never moves back when a later one passes", () => {
    fc.assert(
      fc.property(cadences, instants, instants, fc.nat(400 * DAY), (cadence, since, one, laterMs) => {
        const due = (at: Date) => Date.parse(nextDue({ cadence, since }, at, 30)?.dueAt ?? "");
        const later = new Date(one.getTime() + laterMs);
        expect(due(one)).toBeGreaterThan(one.getTime());
        expect(due(one)).toBeLessThanOrEqual(one.getTime() + 30 * DAY);
        expect(due(later)).toBeGreaterThanOrEqual(due(one));
      }),
    );
  });

  it("of a monthly programme is its day, or the last day of a month that is shorter", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), instants, fc.option(instants, { nil: null }), (day, since, last) => {
        const due = nextDue({ cadence: { kind: "monthly", day }, since }, last, 10_000);
        const on = new Date(due?.dueAt ?? "");
        const lastDay = new Date(Date.UTC(on.getUTCFullYear(), on.getUTCMonth() + 1, 0)).getUTCDate();
        expect(on.getUTCDate()).toBe(Math.min(day, lastDay));
        expect(on.getTime()).toBeGreaterThanOrEqual(since.getTime());
      }),
    );
  });
});

describe("a cadence", () => {
  it("may be as rare as the policy's age, and no rarer", () => {
    expect(() => checkCadence({ kind: "interval", days: 30 }, 30)).not.toThrow();
    expect(() => checkCadence({ kind: "interval", days: 31 }, 30)).toThrow(/cadence\.days: .* at most 30 days/);
    expect(() => checkCadence({ kind: "monthly", day: 31 }, 28)).not.toThrow();
    expect(() => checkCadence({ kind: "monthly", day: 1 }, 27)).toThrow(/cadence\.kind/);
  });
});
