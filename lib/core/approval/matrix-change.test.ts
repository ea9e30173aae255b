import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeInstant, planCancel, planRowChange, type RowChange, type RowRule } from "./matrix-change";
import { type HistoryRule, plannedChanges, rowVersions } from "./matrix-history";

const NOW = new Date("2026-06-01T12:00:00Z");
const hour = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);
type Rule = RowRule & { says: string };

/** What the row says at an instant, by the rules that are stored. */
const saysAt = (row: readonly Rule[], at: Date): string[] =>
  row
    .filter(({ validFrom, validUntil }) => validFrom <= at && (validUntil === null || at < validUntil))
    .map(({ says }) => says);

function apply(row: readonly Rule[], { ends }: RowChange): Rule[] {
  return row.map((rule) => {
    const end = ends.find(({ id }) => id === rule.id);
    return end ? { ...rule, validUntil: end.at } : rule;
  });
}
function set(row: readonly Rule[], says: string, from: Date): Rule[] {
  const change = planRowChange(row, from);
  return [...apply(row, change), { id: `${row.length}`, says, validFrom: from, validUntil: change.until }];
}

describe("a change of a row", () => {
  it("acts at once where no time is given, also when a form could only say the minute", () => {
    expect(changeInstant(null, NOW)).toBe(NOW);
    expect(changeInstant(new Date(NOW.getTime() - 59_999), NOW)).toBe(NOW);
    expect(changeInstant(hour(1), NOW)).toEqual(hour(1));
  });

  it("is never made in the past: what was judged stays judged", () => {
    expect(() => changeInstant(new Date(NOW.getTime() - 60_000), NOW)).toThrow("is in the past");
  });

  it("ends what is in force, and leaves what is planned for later", () => {
    const row = set(set(set([], "first", hour(-5)), "planned", hour(10)), "second", hour(0));
    expect(saysAt(row, hour(-1))).toEqual(["first"]);
    expect(saysAt(row, hour(0))).toEqual(["second"]);
    expect(saysAt(row, hour(10))).toEqual(["planned"]);
  });

  it("replaces what was planned for the very same instant", () => {
    const row = set(set(set([], "first", hour(-5)), "planned", hour(10)), "instead", hour(10));
    expect(saysAt(row, hour(9))).toEqual(["first"]);
    expect(saysAt(row, hour(10))).toEqual(["instead"]);
  });

  it("whatever is set and in whichever order, the row says one thing at a time, the latest word for each time", () => {
    const changes = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(changes, (hours) => {
        let row: Rule[] = set([], "start", hour(-1));
        const words = new Map([[-1, "start"]]);
        for (const [index, from] of hours.entries()) {
          row = set(row, `change ${index}`, hour(from));
          words.set(from, `change ${index}`);
        }
        for (let at = -1; at <= 13; at += 1) {
          const last = [...words.keys()].filter((from) => from <= at).sort((one, other) => other - one)[0] ?? -1;
          expect(saysAt(row, hour(at))).toEqual([words.get(last)]);
        }
      }),
    );
  });
});

describe("calling off what is planned", () => {
  const planned = set(set(set([], "first", hour(-5)), "second", hour(10)), "third", hour(20));

  it("lets what was in force before go on until the next change", () => {
    const row = apply(planned, planCancel(planned, hour(10), NOW));
    expect([5, 10, 19, 20].map((at) => saysAt(row, hour(at)))).toEqual([["first"], ["first"], ["first"], ["third"]]);
  });

  it("of an end lets the row go on", () => {
    const ended = apply(planned, planRowChange(planned, hour(5)));
    expect(saysAt(ended, hour(6))).toEqual([]);
    expect(saysAt(apply(ended, planCancel(ended, hour(5), NOW)), hour(6))).toEqual(["first"]);
  });

  it("is refused once it is in force, and where nothing is planned", () => {
    expect(() => planCancel(planned, hour(-5), NOW)).toThrow("in force already");
    expect(() => planCancel(planned, NOW, NOW)).toThrow("in force already");
    expect(() => planCancel(planned, hour(11), NOW)).toThrow("No change is planned");
  });
});

describe("the history of a row", () => {
  const rule = (role: HistoryRule["role"], from: Date, until: Date | null, endedByName: string | null = null) => ({
    ...{ environmentId: "e", serviceId: null, role, requiresTraining: null },
    ...{ validFrom: from, validUntil: until, setByName: "Nora", endedByName },
  });
  const row: HistoryRule[] = [
    rule("change-board", hour(-9), hour(-5), "Nora"),
    rule("sre-on-call", hour(-9), hour(-5), "Nora"),
    rule("change-board", hour(-5), hour(8), "Ada"),
    rule("product-owner", hour(3), hour(3), "Ada"),
    rule("change-board", hour(8), hour(20)),
  ];

  it("tells each version with its roles and who set and ended it, the latest first", () => {
    const told = rowVersions(row, NOW).map(({ state, roles, setBy, endedBy }) => [
      state,
      roles.map(({ role }) => role),
      setBy,
      endedBy,
    ]);
    expect(told).toEqual([
      ["planned", ["change-board"], "Nora", null],
      ["called-off", ["product-owner"], "Nora", "Ada"],
      ["in-force", ["change-board"], "Nora", "Ada"],
      ["past", ["sre-on-call", "change-board"], "Nora", "Nora"],
    ]);
  });

  it("names the changes that are still to come, an end without a successor too", () => {
    const planned = plannedChanges(rowVersions(row, NOW), NOW);
    expect(planned.map(({ at, roles }) => [at, roles.length])).toEqual([
      [hour(8), 1],
      [hour(20), 0],
    ]);
  });
});
