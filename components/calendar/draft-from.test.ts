import { describe, expect, it } from "vitest";
import { calendarDraft } from "@/lib/core/calendar/plan";
import { draftFrom } from "./draft-from";

const BASE = { kind: "freeze", name: "Quiet", reason: "Nobody is there", timeZone: "Europe/Berlin" };

function typed(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...BASE, ...fields })) {
    for (const each of [value].flat()) form.append(name, each);
  }
  return form;
}

describe("what was typed is the rule that it says", () => {
  it.each([
    [
      { repeats: "once", start: "2026-12-20T18:00", end: "2027-01-02T08:00:00" },
      { start: "2026-12-20T18:00", end: "2027-01-02T08:00" },
    ],
    [
      { repeats: "weekly", days: ["fri", "sat"], from: "12:00", to: "08:00:00", plusDays: "2" },
      { days: ["fri", "sat"], from: "12:00", to: "08:00", plusDays: 2 },
    ],
    [
      { repeats: "monthly-day", day: "last", from: "00:00", to: "00:00", plusDays: "" },
      { day: "last", from: "00:00", to: "00:00" },
    ],
    [
      { repeats: "monthly-day", day: "15", from: "00:00", to: "12:00" },
      { day: 15, from: "00:00", to: "12:00" },
    ],
    [
      { repeats: "monthly-weekday", nth: "2", weekday: "tue", from: "18:00", to: "22:00" },
      { nth: 2, weekday: "tue", from: "18:00", to: "22:00" },
    ],
    [
      { repeats: "yearly", fromMonth: "12", fromDay: "20", fromTime: "18:00", toMonth: "1", toDay: "2", toTime: "" },
      { from: "12-20T18:00", to: "01-02" },
    ],
  ])("%j", (fields, rule) => {
    const draft = calendarDraft.parse(withoutPlace(draftFrom(typed(fields))));
    expect(draft.rule).toEqual({ repeats: fields.repeats, ...rule });
  });
});

const withoutPlace = ({ environmentId: _e, serviceId: _s, ...draft }: Record<string, unknown>) => draft;

it("leaves out what was left empty, and never lets a window be overridden", () => {
  const rule = { repeats: "once", start: "2026-12-20T18:00", end: "2027-01-02T08:00" };
  const empty = { environmentId: "", serviceId: "", validFrom: "", validUntil: "" };
  expect(
    JSON.parse(JSON.stringify(draftFrom(typed({ ...rule, ...empty, kind: "window", roles: ["change-board"] })))),
  ).toEqual({
    ...BASE,
    kind: "window",
    rule,
  });
  expect(draftFrom(typed({ ...rule, roles: [] })).overridableBy).toEqual([]);
  expect(draftFrom(typed({ ...rule, roles: ["change-board"] })).overridableBy).toEqual(["change-board"]);
});
