import { expect, it } from "vitest";
import { changeOf, valueText } from "./change-text";

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
  [0.3, 0.1, "per-day", true, "1.4 a week more", "better"],
  [0.3, 0.299, "per-day", true, "as before", "same"],
  [null, 4, "count", false, "nothing to compare with", "unknown"],
  [4, null, "count", false, "nothing to compare with", "unknown"],
] as const)("%s after %s (%s, more is better: %s) is %s", (value, previous, unit, moreIsBetter, text, verdict) => {
  expect(changeOf({ value, previous, unit }, moreIsBetter)).toEqual({ text, verdict });
});

it("how often something happens is told in the unit in which it happens at least once", () => {
  expect([2.5, 1, 0.5, 1 / 7, 0.1, 0].map((value) => valueText(value, "per-day"))).toEqual([
    "2.5 a day",
    "1 a day",
    "3.5 a week",
    "1 a week",
    "3 a month",
    "0 a month",
  ]);
});
