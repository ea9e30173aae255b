import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bothValues } from "./conflict";
import { lineDifference } from "./difference";
import { followUpGaps, publishingGaps } from "./gaps";
import { EMPTY_CONTENT } from "./model";
import { responseTimes, spanText } from "./times";

const text = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 6 }).map((lines) => lines.join("\n"));

describe("two texts of one field", () => {
  it("joined, hold every word of either", () => {
    fc.assert(
      fc.property(text, text, (stored, mine) => {
        const both = bothValues(stored, mine, () => "new");
        expect(both).toContain(stored);
        expect(both).toContain(mine);
      }),
    );
  });

  it("joined, hold every item of both lists, and a follow-up that two changed is there twice under two ids", () => {
    const item = (action: string) => ({ id: "f1", action, owner: "Sam", dueOn: null, isDone: false });
    expect(bothValues(["a", "b"], ["b", "c"], () => "new")).toEqual(["a", "b", "c"]);
    expect(bothValues([item("theirs")], [item("mine")], () => "new")).toEqual([
      item("theirs"),
      { ...item("mine"), id: "new" },
    ]);
  });

  it("compared line by line, give both back", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDifference(before, after);
        const of = (kind: string) => lines.filter((each) => each.kind !== kind).map((each) => each.text);
        expect(of("added").join("\n")).toBe(before);
        expect(of("removed").join("\n")).toBe(after);
      }),
    );
  });
});

describe("what keeps a postmortem from being published", () => {
  it("is named: the fields that say nothing, and follow-ups that nobody can be held to", () => {
    expect(publishingGaps(EMPTY_CONTENT)).toEqual(["Impact", "Root Cause", "Mitigations Applied"]);
    const full = { ...EMPTY_CONTENT, impact: "x", rootCause: ["y"], mitigations: ["z"] };
    expect(publishingGaps(full)).toEqual([]);
    const good = { id: "f1", action: "Watch it", owner: "Sam", dueOn: "2026-01-01", isDone: false };
    expect(followUpGaps([good])).toEqual([]);
    expect(followUpGaps([{ ...good, owner: "", dueOn: null }])).toEqual([
      "follow-up “Watch it” lacks an owner and a due date",
    ]);
    expect(followUpGaps([{ ...good, action: "" }])).toEqual(["a follow-up lacks an action"]);
  });
});

describe("detection, response and recovery", () => {
  const instant = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 12, minutes)).toISOString();
  const known = { started: instant(0), detected: instant(5), acknowledged: instant(7), resolved: instant(95) };

  it("are the spans between the instants of the incident", () => {
    expect(responseTimes(known)).toEqual({ detectionSeconds: 300, responseSeconds: 120, recoverySeconds: 5700 });
  });

  it("without a known beginning, recovery counts from detection, and detection is not known", () => {
    expect(responseTimes({ ...known, started: null })).toEqual({
      detectionSeconds: null,
      responseSeconds: 120,
      recoverySeconds: 5400,
    });
  });

  it("of ends in the wrong order say nothing", () => {
    expect(responseTimes({ ...known, acknowledged: instant(1) }).responseSeconds).toBeNull();
  });

  it.each([
    [0, "0 s"],
    [59, "59 s"],
    [3600, "1 h"],
    [93_784, "26 h 3 min 4 s"],
  ])("%d s are said as %s", (seconds, words) => {
    expect(spanText(seconds)).toBe(words);
  });
});
