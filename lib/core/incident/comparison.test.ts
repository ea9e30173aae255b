import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AttributableIncident, attributionsOf, declaredWithin, numbersOf } from "./comparison";

const HOUR = 3_600_000;
const from = new Date("2026-07-01T00:00:00Z");
const until = new Date("2026-10-01T00:00:00Z");
const span = { from, until };
const at = (hours: number) => new Date(from.getTime() + hours * HOUR);
const incident = (id: string, hours: number, change: Partial<AttributableIncident> = {}): AttributableIncident => ({
  ...{ id, severity: "sev2", state: "resolved", services: ["api"], startedAt: null, causeReleaseId: null },
  ...{ declaredAt: at(hours), detectedAt: at(hours), acknowledgedAt: at(hours + 1), resolvedAt: at(hours + 2) },
  ...change,
});
const rollout = (releaseId: string, hours: number, service = "api") => ({ releaseId, service, at: at(hours) });

describe("the numbers of a period", () => {
  it("count the incidents that were declared in it, to the millisecond, and no merged duplicate", () => {
    const incidents = [
      incident("before", 0, { declaredAt: new Date(from.getTime() - 1) }),
      incident("first", 0),
      incident("merged", 5, { state: "merged" }),
      incident("last", 0, { declaredAt: new Date(until.getTime() - 1) }),
      incident("after", 0, { declaredAt: until }),
    ];
    expect(declaredWithin(incidents, span).map(({ id }) => id)).toEqual(["first", "last"]);
    const { timeToAcknowledge, timeToResolve } = numbersOf({ incidents, rollouts: [], windowHours: 24 }, span);
    expect([timeToAcknowledge?.ms, timeToResolve?.ms]).toEqual([HOUR, 2 * HOUR]);
  });

  it("hold a release against itself once, however many incidents follow it, and only if it is of the period", () => {
    const rollouts = [rollout("old", -2), rollout("bad", 10), rollout("bad", 11), rollout("good", 40)];
    const incidents = [incident("one", 12), incident("two", 13), incident("early", 1), incident("none", 39)];
    const { changeFailures } = numbersOf({ incidents, rollouts, windowHours: 24 }, span);
    expect(changeFailures).toEqual({ releases: 2, failed: 1, rate: 0.5 });
  });

  it("of one service count its own releases, though an incident of it may be put down to another's", () => {
    const incidents = [incident("one", 12, { services: ["api", "web"] })];
    const rollouts = [rollout("api-1", 5), rollout("web-1", 11, "web")];
    const observed = { incidents, rollouts, windowHours: 24 };
    expect(attributionsOf(observed).map(({ attribution }) => attribution.releaseId)).toEqual(["web-1"]);
    expect(numbersOf({ ...observed, service: "api" }, span).changeFailures).toEqual({
      releases: 1,
      failed: 0,
      rate: 0,
    });
    expect(numbersOf({ ...observed, service: "web" }, span).changeFailures.rate).toBe(1);
  });

  it("take counted rollouts as they are, and refuse a span that was not counted rather than counting a part", () => {
    const incidents = [incident("one", 12), incident("two", 30)];
    const rolledOut = [{ span, releases: 40, ids: new Set(["bad"]) }];
    const observed = { incidents, rollouts: [rollout("bad", 11), rollout("older", 29)], windowHours: 24, rolledOut };
    expect(numbersOf(observed, span).changeFailures).toEqual({ releases: 40, failed: 1, rate: 1 / 40 });
    expect(() => numbersOf(observed, { from, until: at(100) })).toThrow("not counted");
  });

  it("never blame more releases than were rolled out, and are the same in whatever order the rows come", () => {
    const hours = fc.integer({ min: -100, max: 2200 });
    const incidents = fc.uniqueArray(fc.record({ id: fc.uuid(), hours }), { selector: ({ id }) => id, maxLength: 15 });
    const rollouts = fc.array(fc.record({ id: fc.constantFrom("a", "b", "c", "d"), hours }), { maxLength: 15 });
    fc.assert(
      fc.property(incidents, rollouts, (drawn, rolled) => {
        const observed = {
          incidents: drawn.map(({ id, hours: when }) => incident(id, when)),
          rollouts: rolled.map(({ id, hours: when }) => rollout(id, when)),
          windowHours: 24,
        };
        const numbers = numbersOf(observed, span);
        expect(numbers.changeFailures.failed).toBeLessThanOrEqual(numbers.changeFailures.releases);
        const turned = {
          ...observed,
          incidents: observed.incidents.toReversed(),
          rollouts: observed.rollouts.toReversed(),
        };
        expect(numbersOf(turned, span)).toEqual(numbers);
      }),
    );
  });
});
