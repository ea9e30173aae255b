import { describe, expect, it } from "vitest";
import { isDayOver, localTimeOf, planSession, sessionOfDrill, sessionTime } from "./session";

const NOW = new Date("2026-01-10T12:00:00Z");
const planned = (localTime: string, zone: string) => planSession({ localTime, zone }, NOW).toISOString();

describe("a planned session", () => {
  it.each([
    ["winter time", "2026-02-01T10:00", "Europe/Berlin", "2026-02-01T09:00:00.000Z"],
    ["summer time", "2026-07-01T10:00", "Europe/Berlin", "2026-07-01T08:00:00.000Z"],
    ["the first of an hour shown twice", "2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["the minute before clocks go forward", "2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59:00.000Z"],
    ["the minute after it", "2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z"],
    ["half an hour's offset", "2026-02-01T10:00", "Asia/Kolkata", "2026-02-01T04:30:00.000Z"],
    ["UTC", "2026-02-28T23:59", "UTC", "2026-02-28T23:59:00.000Z"],
  ])("is at the instant that its zone's clocks show: %s", (_, localTime, zone, instant) => {
    expect(planned(localTime, zone)).toBe(instant);
    expect(localTimeOf(new Date(instant), zone)).toBe(localTime);
  });

  it.each([
    ["a time that the clocks skip", "2026-03-29T02:30", "Europe/Berlin", "localTime"],
    ["a date that does not exist", "2026-02-29T10:00", "UTC", "localTime"],
    ["an hour that does not exist", "2026-02-01T24:00", "UTC", "localTime"],
    ["a zone that does not exist", "2026-02-01T10:00", "Europe/Atlantis", "zone"],
    ["the present", "2026-01-10T13:00", "Europe/Berlin", "localTime"],
    ["a time too far away", "2027-02-15T10:00", "UTC", "localTime"],
  ])("is refused at %s", (_, localTime, zone, path) => {
    expect(() => planned(localTime, zone)).toThrow(
      expect.objectContaining({ code: "invalid", issues: [expect.objectContaining({ path })] }),
    );
  });

  it.each(["2026-02-01", "2026-02-01T10:00:00Z", "tomorrow", "2026-2-1T10:00"])("%s is no local time", (localTime) => {
    expect(sessionTime.safeParse({ localTime, zone: "UTC" }).success).toBe(false);
  });

  it.each(["+02:00", "", "Europe/", "Europe/Berlin; drop"])("%s is no zone's name", (zone) => {
    expect(sessionTime.safeParse({ localTime: "2026-02-01T10:00", zone }).success).toBe(false);
  });
});

describe("the day of a session is over", () => {
  it.each([
    ["at its zone's midnight", "2026-02-01T10:00", "Asia/Tokyo", "2026-02-01T15:00:00.000Z"],
    [
      "after the 23 hours of the day when clocks go forward",
      "2026-03-29T10:00",
      "Europe/Berlin",
      "2026-03-29T22:00:00.000Z",
    ],
    [
      "after the 25 hours of the day when they go back",
      "2026-10-25T10:00",
      "Europe/Berlin",
      "2026-10-25T23:00:00.000Z",
    ],
    ["at the end of a month", "2026-02-28T10:00", "UTC", "2026-03-01T00:00:00.000Z"],
  ])("%s, and not a millisecond before", (_, localTime, zone, end) => {
    const session = { plannedAt: planSession({ localTime, zone }, NOW), zone };
    expect(isDayOver(session, new Date(end))).toBe(true);
    expect(isDayOver(session, new Date(Date.parse(end) - 1))).toBe(false);
  });
});

describe("a drill is the session that it was planned as", () => {
  const on = (day: string, state: "planned" | "done" | "missed" | "cancelled" = "planned") => ({
    id: `${day} ${state}`,
    plannedAt: new Date(`2026-03-${day}T10:00:00Z`),
    state,
  });
  const drill = new Date("2026-03-15T10:00:00Z");
  it.each([
    ["the nearest one", [on("10"), on("17"), on("20")], "17 planned"],
    ["a missed one that is nearer", [on("14", "missed"), on("17")], "14 missed"],
    ["the earlier of two that are as near", [on("17"), on("13")], "13 planned"],
    ["one exactly seven days away", [on("22")], "22 planned"],
    ["none further away", [on("23")], undefined],
    ["none that was done or cancelled", [on("15", "done"), on("15", "cancelled")], undefined],
    ["none where none is planned", [], undefined],
  ])("%s", (_, sessions, expected) => {
    expect(sessionOfDrill(sessions, drill)?.id).toBe(expected);
  });
});
