import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  hasEnded,
  nextQuarter,
  parseQuarter,
  previousQuarter,
  quarterEnd,
  quarterOf,
  quarterStart,
  quartersToOpen,
  quarterText,
} from "./quarter";

const q3 = { year: 2026, quarter: 3 } as const;
const instants = fc.date({ min: new Date("2001-01-01Z"), max: new Date("2998-12-31Z"), noInvalidDate: true });

describe("a quarter, in UTC", () => {
  it("ends to the millisecond", () => {
    expect(quarterStart(q3).toISOString()).toBe("2026-07-01T00:00:00.000Z");
    expect(quarterEnd(q3).toISOString()).toBe("2026-10-01T00:00:00.000Z");
    expect(hasEnded(q3, new Date("2026-09-30T23:59:59.999Z"))).toBe(false);
    expect(hasEnded(q3, new Date("2026-10-01T00:00:00.000Z"))).toBe(true);
  });

  it("is that of the instant in UTC, whatever the zone it is written in", () => {
    expect(quarterText(quarterOf(new Date("2026-10-01T01:30:00+02:00")))).toBe("2026-Q3");
    expect(quarterText(quarterOf(new Date("2026-12-31T23:59:59.999Z")))).toBe("2026-Q4");
    expect(quarterText(quarterOf(new Date("2027-01-01T00:00:00Z")))).toBe("2027-Q1");
  });

  it("contains each of its instants and no other quarter does", () => {
    fc.assert(
      fc.property(instants, (at) => {
        const quarter = quarterOf(at);
        expect(quarterStart(quarter).getTime()).toBeLessThanOrEqual(at.getTime());
        expect(quarterEnd(quarter).getTime()).toBeGreaterThan(at.getTime());
        expect(quarterEnd(quarter)).toEqual(quarterStart(nextQuarter(quarter)));
        expect(previousQuarter(nextQuarter(quarter))).toEqual(quarter);
        expect(parseQuarter(quarterText(quarter))).toEqual(quarter);
      }),
    );
  });

  it.each(["2026-Q5", "2026-Q0", "2026Q3", "26-Q3", "2026-Q3 ", "1999-Q4", "3000-Q1", ""])("is not %j", (text) => {
    expect(parseQuarter(text)).toBeNull();
  });
});

describe("which reviews are to be opened", () => {
  const since = new Date("2026-05-10T00:00:00Z");
  const cases = [
    { when: "the first quarter is still running", now: "2026-06-30T23:59:59.999Z", reviewed: [], opens: [] },
    { when: "it has just ended", now: "2026-07-01T00:00:00.000Z", reviewed: [], opens: ["2026-Q2"] },
    { when: "its review is open", now: "2026-09-30T23:59:59.999Z", reviewed: ["2026-Q2"], opens: [] },
    {
      when: "nobody looked for two quarters",
      now: "2027-01-02T00:00:00Z",
      reviewed: ["2026-Q2"],
      opens: ["2026-Q3", "2026-Q4"],
    },
    { when: "an old tenant has no review yet", now: "2027-01-02T00:00:00Z", reviewed: [], opens: ["2026-Q4"] },
    { when: "the running quarter was opened by hand", now: "2026-10-01T00:00:00Z", reviewed: ["2026-Q3"], opens: [] },
  ];
  it.each(cases)("$when: $opens", ({ now, reviewed, opens }) => {
    const known = reviewed.map((text) => parseQuarter(text)).filter((quarter) => quarter !== null);
    const opened = quartersToOpen({ tenantSince: since, reviewed: known }, new Date(now));
    expect(opened.map(quarterText)).toEqual(opens);
  });

  it("opens none for a tenant that began after the quarter", () => {
    const at = new Date("2026-10-01T00:00:00.000Z");
    expect(quartersToOpen({ tenantSince: at, reviewed: [] }, at)).toEqual([]);
    expect(quartersToOpen({ tenantSince: new Date(at.getTime() - 1), reviewed: [] }, at)).toEqual([q3]);
  });

  it("never opens a quarter that has not ended, nor one twice", () => {
    fc.assert(
      fc.property(instants, fc.array(instants, { maxLength: 3 }), (now, reviewedAt) => {
        const reviewed = reviewedAt.filter((at) => at < now && now.getTime() - at.getTime() < 3e11).map(quarterOf);
        const opened = quartersToOpen({ tenantSince: new Date(0), reviewed }, now);
        expect(opened.every((quarter) => hasEnded(quarter, now))).toBe(true);
        const texts = opened.map(quarterText);
        expect(new Set(texts).size).toBe(texts.length);
        expect(reviewed.map(quarterText).filter((text) => texts.includes(text))).toEqual([]);
        expect(quartersToOpen({ tenantSince: new Date(0), reviewed: [...reviewed, ...opened] }, now)).toEqual([]);
      }),
    );
  });
});
