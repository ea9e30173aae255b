import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributionOf, changeFailures, type Rollout } from "./attribution";

const HOUR = 3_600_000;
const start = new Date("2026-08-10T12:00:00Z");
const hoursBefore = (hours: number, ms = 0) => new Date(start.getTime() - hours * HOUR - ms);
const incident = { services: ["api", "web"], start, causeReleaseId: null };
const rollout = (releaseId: string, at: Date, service = "api"): Rollout => ({ releaseId, service, at });

describe("what an incident is put down to", () => {
  const cases = [
    { when: "somebody named a release", explicit: "named", rollouts: [rollout("last", hoursBefore(1))], is: "named" },
    {
      when: "two releases went out before it: the last",
      rollouts: [rollout("a", hoursBefore(5)), rollout("b", hoursBefore(2))],
      is: "b",
    },
    { when: "one went out at that very moment", rollouts: [rollout("a", start)], is: "a" },
    { when: "one went out exactly a window before", rollouts: [rollout("a", hoursBefore(24))], is: "a" },
    { when: "one a millisecond longer before: none", rollouts: [rollout("a", hoursBefore(24, 1))], is: null },
    { when: "one went out afterwards: none", rollouts: [rollout("a", new Date(start.getTime() + 1))], is: null },
    { when: "another service was rolled out: none", rollouts: [rollout("a", hoursBefore(1), "jobs")], is: null },
    { when: "any affected service was", rollouts: [rollout("a", hoursBefore(1), "web")], is: "a" },
    {
      when: "two at the same instant: the later id",
      rollouts: [rollout("b", hoursBefore(1)), rollout("a", hoursBefore(1))],
      is: "b",
    },
    { when: "nothing was rolled out: none", rollouts: [], is: null },
  ];
  it.each(cases)("$when", ({ explicit = null, rollouts, is }) => {
    const found = attributionOf({ ...incident, causeReleaseId: explicit }, rollouts, 24);
    expect(found).toEqual(is && { releaseId: is, basis: explicit ? "explicit" : "window" });
  });

  it("is never a release outside the window, never one of another service, and the latest of the others", () => {
    const drawn = fc.array(
      fc.record({ hours: fc.integer({ min: -50, max: 100 }), service: fc.constantFrom("api", "web", "jobs") }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 72 }), (specs, windowHours) => {
        const rollouts = specs.map(({ hours, service }, index) => rollout(`r${index}`, hoursBefore(hours), service));
        const eligible = specs.filter(({ hours, service }) => service !== "jobs" && hours >= 0 && hours <= windowHours);
        const found = attributionOf(incident, rollouts, windowHours);
        if (eligible.length === 0) expect(found).toBeNull();
        const chosen = rollouts.find(({ releaseId }) => releaseId === found?.releaseId);
        if (chosen) expect(chosen.at).toEqual(hoursBefore(Math.min(...eligible.map(({ hours }) => hours))));
        else expect(eligible).toEqual([]);
        expect(attributionOf(incident, rollouts.toReversed(), windowHours)).toEqual(found);
      }),
    );
  });
});

describe("the change-failure rate", () => {
  const blamed = (releaseId: string) => ({ releaseId, basis: "window" as const });

  it("counts a release once, however often it was rolled out or blamed", () => {
    const rolledOut = ["a", "a", "b", "c", "d"].map((releaseId) => ({ releaseId }));
    expect(changeFailures(rolledOut, [blamed("a"), blamed("a"), null])).toEqual({ releases: 4, failed: 1, rate: 0.25 });
  });

  it("leaves out blame of a release that was not rolled out in the period", () => {
    expect(changeFailures([{ releaseId: "a" }], [blamed("earlier")])).toEqual({ releases: 1, failed: 0, rate: 0 });
  });

  it("has no data where nothing was rolled out", () => {
    expect(changeFailures([], [blamed("a")]).rate).toBeNull();
  });
});
