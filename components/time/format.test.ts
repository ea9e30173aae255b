import { describe, expect, it } from "vitest";
import { durationText, durationWords, exactTime, relativeTime } from "./format";

const now = "2025-10-31T12:00:00Z";

describe("a moment is shown so that two readers see the same", () => {
  it("states the zone and the second", () => {
    expect(exactTime("2025-10-01T23:59:58+02:00")).toBe("1 Oct 2025, 21:59:58 UTC");
    expect(exactTime("2025-10-01T00:00:00Z")).toBe("1 Oct 2025, 00:00:00 UTC");
  });

  it("is written in the reader's zone where one is given, both sides of a change of the clocks told apart", () => {
    expect(exactTime("2025-10-26T00:30:00Z", "Europe/Berlin")).toBe("26 Oct 2025, 02:30:00 CEST");
    expect(exactTime("2025-10-26T01:30:00Z", "Europe/Berlin")).toBe("26 Oct 2025, 02:30:00 CET");
    expect(exactTime("2025-10-01T23:30:00Z", "Asia/Tokyo")).toBe("2 Oct 2025, 08:30:00 GMT+9");
  });

  it.each([
    ["2025-10-31T11:59:30Z", "just now"],
    ["2025-10-31T12:00:30Z", "in under a minute"],
    ["2025-10-31T11:00:01Z", "59 minutes ago"],
    ["2025-10-30T12:00:00Z", "1 day ago"],
    ["2025-10-01T12:00:00Z", "30 days ago"],
    ["2025-10-01T11:59:59Z", "30 days ago"],
    ["2025-11-18T12:00:00Z", "in 18 days"],
    ["2025-06-30T12:00:00Z", "4 months ago"],
    ["2022-10-01T12:00:00Z", "3 years ago"],
  ])("%s reads %s", (at, text) => {
    expect(relativeTime(at, now)).toBe(text);
  });
});

describe("a length of time keeps its two largest units", () => {
  it.each([
    [0, "0 ms"],
    [312, "312 ms"],
    [4200, "4.2 s"],
    [59_999, "1 min"],
    [312_000, "5 min 12 s"],
    [3_600_000, "1 h"],
    [3_605_000, "1 h"],
    [183_600_000, "2 d 3 h"],
  ])("%d ms reads %s", (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });

  it("is spelt out for assistive technology", () => {
    expect(durationWords(312_000)).toBe("5 minutes 12 seconds");
    expect(durationWords(250)).toBe("250 milliseconds");
  });
});
