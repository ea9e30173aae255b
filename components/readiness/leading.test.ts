import { expect, it } from "vitest";
import { valueText } from "@/components/measure/change-text";
import type { LeadingNumbers } from "@/lib/registry/readiness/view";
import { LEADING_KEYS, leadingMeasures, leadingStrip } from "./leading";

const share = (part: number, whole: number, before: number, of = whole) => ({
  current: { part, whole },
  previous: { part: before, whole: of },
});
const numbers: LeadingNumbers = {
  period: { id: "90d", from: "2026-01-01T00:00:00Z", until: "2026-04-01T00:00:00Z" },
  instants: { current: "2026-04-01T00:00:00Z", previous: "2026-01-01T00:00:00Z" },
  ready: share(3, 5, 1),
  rehearsalsFresh: share(12, 14, 14),
  itemsOverdue: { current: 2, previous: 0 },
  firstPass: share(0, 0, 1, 2),
  changeFailures: share(0, 40, 4),
  now: "2026-04-01T00:00:00Z",
  rollups: { waiting: 0, isWhole: true },
};

it("the five numbers come in their order, each with what it is of; nothing to judge is no data and not 0%", () => {
  const told = leadingMeasures(numbers).map(({ label, measured, detail }) => [
    label,
    valueText(measured.value, measured.unit),
    detail,
  ]);
  expect(told).toEqual([
    ["Releases ready now", "3", "of 5 on their way"],
    ["Rehearsals fresh", "85.7%", "12 of 14 places"],
    ["Postmortem items overdue", "2", "open and past their due time"],
    ["Passed the gate at once", "no data", null],
    ["Change-failure rate", "0%", "0 of 40 rolled out"],
  ]);
});

it("of a period that is over the first number does not claim to be of now", () => {
  const [ready] = leadingMeasures({ ...numbers, now: "2026-04-02T00:00:00Z" });
  expect(ready?.label).toBe("Releases ready at its end");
});

it("every number leads to its own list", () => {
  const hrefs = { ready: "/1", rehearsalsFresh: "/2", itemsOverdue: "/3", firstPass: "/4", changeFailures: "/5" };
  expect(leadingStrip(numbers, hrefs).map(({ href }) => href)).toEqual(LEADING_KEYS.map((key) => hrefs[key]));
});
