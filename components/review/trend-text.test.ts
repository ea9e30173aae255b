import { expect, it } from "vitest";
import { changeOf, valueText } from "./trend-text";

it("no data is not 0, and a share is told in percent", () => {
  expect([valueText(null, "ms"), valueText(0, "rate"), valueText(0.125, "rate"), valueText(3, "count")]).toEqual([
    "no data",
    "0%",
    "12.5%",
    "3",
  ]);
});

it.each([
  [3, 1, "count", false, "2 more", "worse"],
  [1, 3, "count", false, "2 less", "better"],
  [0.5, 0.25, "rate", true, "25 points more", "better"],
  [60_000, 180_000, "ms", false, "2 min less", "better"],
  [5, 4, "count", null, "1 more", "same"],
  [180_000, 180_400, "ms", false, "as before", "same"],
  [null, 4, "count", false, "nothing to compare with", "unknown"],
  [4, null, "count", false, "nothing to compare with", "unknown"],
] as const)("%s after %s (%s, more is better: %s) is %s", (value, previous, unit, moreIsBetter, text, verdict) => {
  expect(changeOf({ value, previous, unit }, moreIsBetter)).toEqual({ text, verdict });
});
