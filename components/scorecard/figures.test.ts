import { describe, expect, it } from "vitest";
import { measured, percent, percentRange } from "./figures";

describe("a rate in percent", () => {
  it.each([
    [0, "0%"],
    [1, "100%"],
    [0.98, "98%"],
    [1198 / 1200, "99.83%"],
    [0.1 + 0.2, "30%"],
  ])("%d is %s", (rate, text) => {
    expect(percent(rate)).toBe(text);
  });

  it("never says all or nothing of what is not quite that", () => {
    expect(percent(0.999999)).toBe(">99.99%");
    expect(percent(0.000001)).toBe("<0.01%");
  });

  it("is rounded outwards at both ends of an interval", () => {
    expect(percentRange({ low: 0.96687, high: 0.98213 })).toBe("96.6–98.3%");
    expect(percentRange({ low: 0.29, high: 0.57 })).toBe("29–57%");
    expect(percentRange({ low: 0, high: 1 })).toBe("0–100%");
  });
});

it.each([
  [174, "ms", "174\u00a0ms"],
  [1, "findings", "1\u00a0finding"],
  [312, "s", "5 min 12 s"],
  [0.975, "rate", "97.5%"],
  ["passed", "suites", "passed"],
  [null, "ms", "–"],
])("%s in %s is written %s", (value, unit, text) => {
  expect(measured(value, unit)).toBe(text);
});
