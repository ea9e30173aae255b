import { describe, expect, it } from "vitest";
import { calendarDraft, following, planEntry, previewOf } from "./plan";

const NOW = new Date("2026-06-10T12:00:30Z");
const draft = (more: Record<string, unknown> = {}) => ({
  kind: "freeze",
  name: "Weekend",
  reason: "Nobody is there",
  timeZone: "Europe/Berlin",
  rule: { repeats: "weekly", days: ["fri"], from: "12:00", to: "08:00", plusDays: 3 },
  ...more,
});
const plan = (more: Record<string, unknown> = {}) => planEntry(calendarDraft.parse(draft(more)), NOW);

describe("an entry that somebody writes", () => {
  it("is valid from now on until it is ended, and the change board may override it", () => {
    expect(plan()).toMatchObject({ validFrom: NOW.toISOString(), validUntil: null, overridableBy: ["change-board"] });
    expect(plan({ kind: "window" }).overridableBy).toEqual([]);
    expect(plan({ overridableBy: [] }).overridableBy).toEqual([]);
  });

  it("has its validity on the wall clock of its zone", () => {
    const { validFrom, validUntil } = plan({ validFrom: "2026-12-01T00:00", validUntil: "2027-07-01T00:00" });
    expect({ validFrom, validUntil }).toEqual({
      validFrom: "2026-11-30T23:00:00.000Z",
      validUntil: "2027-06-30T22:00:00.000Z",
    });
  });

  it("may begin in the minute that a field names, but not before", () => {
    expect(plan({ validFrom: "2026-06-10T14:00" }).validFrom).toBe(NOW.toISOString());
    expect(() => plan({ validFrom: "2026-06-10T13:59" })).toThrow("validFrom");
  });

  it.each([
    ["validUntil", { validUntil: "2026-06-10T14:00" }],
    ["validUntil", { validFrom: "2026-07-01T00:00", validUntil: "2026-07-01T00:00" }],
    ["rule", { rule: { repeats: "once", start: "2026-06-01T00:00", end: "2026-06-10T14:00" } }],
    ["rule", { validUntil: "2026-06-12T11:00" }],
    ["overridableBy", { overridableBy: ["engineer"] }],
    ["overridableBy", { kind: "window", overridableBy: ["change-board"] }],
  ])("is refused at %s for %j", (path, more) => {
    expect(() => plan(more)).toThrow(
      expect.objectContaining({ code: "invalid", issues: [expect.objectContaining({ path })] }),
    );
  });
});

describe("a preview", () => {
  it("shows the occurrence of this moment and those that follow", () => {
    const shown = previewOf(draft(), NOW, 2);
    expect("occurrences" in shown && shown.occurrences.map(({ start }) => start.toISOString())).toEqual([
      "2026-06-12T10:00:00.000Z",
      "2026-06-19T10:00:00.000Z",
    ]);
    const inside = previewOf(draft(), new Date("2026-06-13T00:00:00Z"), 2);
    expect("occurrences" in inside && inside.occurrences.map(({ end }) => end.toISOString())).toEqual([
      "2026-06-15T06:00:00.000Z",
      "2026-06-22T06:00:00.000Z",
    ]);
  });

  it("says at each field what is wrong with it", () => {
    const rule = { repeats: "weekly", days: ["x"], from: "12:00", to: "x" };
    expect(previewOf(draft({ name: "", rule }), NOW, 5)).toEqual({
      faults: { name: "must not be empty", "rule.days[0]": expect.any(String), "rule.to": expect.any(String) },
    });
    expect(previewOf(draft({ validUntil: "2026-06-12T11:00" }), NOW, 5)).toEqual({
      faults: { rule: expect.any(String) },
    });
    expect(previewOf(null, NOW, 5)).toEqual({ faults: { "": expect.any(String) } });
  });

  it("ends with the last occurrence", () => {
    const once = plan({ rule: { repeats: "once", start: "2026-06-11T00:00", end: "2026-06-12T00:00" } });
    expect(following(once, NOW, 5)).toHaveLength(1);
  });
});
