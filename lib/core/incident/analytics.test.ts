import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AnalysedIncident,
  incidentMeasures,
  meanOf,
  measuresByService,
  measuresBySeverity,
  timeBetween,
} from "./analytics";
import { ENDED_STATES, isOpen, SEVERITIES } from "./model";
import { staysOf, timeInState } from "./time-in-state";
import { timeliness } from "./timeliness";

const MINUTE = 60_000;
const t0 = Date.parse("2026-08-01T12:00:00Z");
const at = (minutes: number) => new Date(t0 + minutes * MINUTE);
const incident = (change: Partial<AnalysedIncident> = {}): AnalysedIncident => ({
  id: "one",
  severity: "sev2",
  state: "resolved",
  services: ["service-api"],
  startedAt: null,
  detectedAt: at(0),
  acknowledgedAt: at(4),
  resolvedAt: at(60),
  ...change,
});
const open = incident({ state: "mitigating", resolvedAt: null });
const unseen = incident({ state: "declared", acknowledgedAt: null, resolvedAt: null });
const duplicate = incident({ state: "merged", acknowledgedAt: at(500), resolvedAt: at(900) });

describe("MTTA and MTTR", () => {
  it("count from the detection to the first acknowledgement and to the resolution", () => {
    const slow = incident({ acknowledgedAt: at(10), resolvedAt: at(120), startedAt: at(-30) });
    const measures = incidentMeasures([incident(), slow]);
    expect(measures.timeToAcknowledge).toEqual({ ms: 7 * MINUTE, of: 2 });
    expect(measures.timeToResolve).toEqual({ ms: 90 * MINUTE, of: 2 });
  });

  it("count an open incident and give it no duration", () => {
    const measures = incidentMeasures([incident(), open, unseen]);
    expect(measures).toMatchObject({ incidents: 3, open: 2 });
    expect(measures.timeToAcknowledge).toEqual({ ms: 4 * MINUTE, of: 2 });
    expect(measures.timeToResolve).toEqual({ ms: 60 * MINUTE, of: 1 });
  });

  it("leave a merged duplicate out of everything", () => {
    expect(incidentMeasures([incident(), duplicate])).toEqual(incidentMeasures([incident()]));
    expect(incidentMeasures([duplicate]).incidents).toBe(0);
    expect(measuresByService([duplicate])).toEqual([]);
  });

  it("have no data, which is not 0, where there is nothing to average", () => {
    const none = incidentMeasures([unseen]);
    expect([none.timeToAcknowledge, none.timeToResolve, incidentMeasures([]).timeToResolve]).toEqual([
      null,
      null,
      null,
    ]);
    expect(incidentMeasures([incident({ acknowledgedAt: at(0) })]).timeToAcknowledge).toEqual({ ms: 0, of: 1 });
  });
});

describe("MTBF", () => {
  it("is the mean between the starts of consecutive incidents, in whatever order they come", () => {
    const known = incident({ startedAt: at(-10), detectedAt: at(5) });
    expect(timeBetween([incident({ detectedAt: at(90) }), known, incident({ detectedAt: at(30) })])).toEqual({
      ms: 50 * MINUTE,
      of: 2,
    });
  });

  it("has no data for fewer than two incidents", () => {
    expect([timeBetween([]), timeBetween([incident()]), timeBetween([incident(), duplicate])]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

const minutes = fc.integer({ min: 0, max: 100_000 });
const incidents = fc.array(
  fc
    .record({
      severity: fc.constantFrom(...SEVERITIES),
      state: fc.constantFrom(...ENDED_STATES),
      services: fc.uniqueArray(fc.constantFrom("api", "web", "jobs"), { minLength: 1 }),
      detected: minutes,
      acknowledged: fc.option(minutes),
      resolved: minutes,
    })
    .map(({ detected, acknowledged, resolved, ...rest }): AnalysedIncident => {
      const ends = isOpen(rest.state) ? null : at(detected + resolved);
      const seen = acknowledged === null ? null : at(detected + acknowledged);
      return { id: "any", startedAt: null, detectedAt: at(detected), acknowledgedAt: seen, resolvedAt: ends, ...rest };
    }),
  { maxLength: 30 },
);

describe("over any incidents", () => {
  it("the severities add up to the whole, and nobody is counted twice", () => {
    fc.assert(
      fc.property(incidents, (drawn) => {
        const whole = incidentMeasures(drawn);
        expect(whole.incidents).toBe(drawn.filter(({ state }) => state !== "merged").length);
        expect(measuresBySeverity(drawn).reduce((sum, each) => sum + each.incidents, 0)).toBe(whole.incidents);
        expect(Object.values(whole.bySeverity).reduce((sum, each) => sum + each)).toBe(whole.incidents);
        expect(whole.timeToResolve?.of ?? 0).toBe(whole.incidents - whole.open);
      }),
    );
  });

  it("a mean lies between the shortest and the longest duration", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1 }), (durations) => {
        const mean = meanOf(durations)?.ms ?? Number.NaN;
        expect(mean).toBeGreaterThanOrEqual(Math.min(...durations));
        expect(mean).toBeLessThanOrEqual(Math.max(...durations));
      }),
    );
  });

  it("MTBF is the time from the first start to the last by the number of gaps", () => {
    fc.assert(
      fc.property(incidents, (drawn) => {
        for (const { service, timeBetween: mean, incidents: count } of measuresByService(drawn)) {
          const starts = drawn
            .filter(({ state, services }) => state !== "merged" && services.includes(service))
            .map(({ detectedAt }) => detectedAt.getTime());
          if (count < 2) expect(mean).toBeNull();
          else expect(mean?.ms).toBeCloseTo((Math.max(...starts) - Math.min(...starts)) / (count - 1), 3);
        }
      }),
    );
  });
});

describe("time in state", () => {
  const acknowledged = { at: at(4), from: "declared", to: "acknowledged" } as const;
  const resolved = { at: at(64), from: "acknowledged", to: "resolved" } as const;
  const again = { at: at(100), from: "resolved", to: "mitigating" } as const;

  it("is what has passed between two changes; what still lasts is not in it", () => {
    expect(staysOf(at(0), [acknowledged, resolved])).toEqual([
      { state: "declared", ms: 4 * MINUTE },
      { state: "acknowledged", ms: 60 * MINUTE },
    ]);
    expect(staysOf(at(0), [])).toEqual([]);
  });

  it("adds the stays of an incident that was opened again, and averages over incidents", () => {
    const closing = { at: at(110), from: "mitigating", to: "resolved" } as const;
    const published = { at: at(130), from: "resolved", to: "published" } as const;
    const reopened = { stays: staysOf(at(0), [acknowledged, resolved, again, closing, published]) };
    const means = timeInState([reopened, { stays: staysOf(at(0), [acknowledged]) }]);
    expect(means.declared).toEqual({ ms: 4 * MINUTE, of: 2 });
    expect(means.resolved).toEqual({ ms: 56 * MINUTE, of: 1 });
    expect(means.closed).toBeNull();
  });

  it("guesses nothing where a change was not recorded", () => {
    const skipped = { at: at(70), from: "mitigated", to: "resolved" } as const;
    expect(staysOf(at(0), [acknowledged, skipped])).toEqual([{ state: "declared", ms: 4 * MINUTE }]);
  });

  it("adds up to the time from declaration to the last change, whatever the path", () => {
    const path = fc.array(fc.record({ to: fc.constantFrom(...ENDED_STATES), after: minutes }), { maxLength: 12 });
    fc.assert(
      fc.property(path, (steps) => {
        let [time, from] = [0, "declared" as (typeof ENDED_STATES)[number]];
        const changes = steps.map(({ to, after }) => {
          time += after;
          const change = { at: at(time), from, to };
          from = to;
          return change;
        });
        const total = staysOf(at(0), changes).reduce((sum, { ms }) => sum + ms, 0);
        expect(total).toBe(time * MINUTE);
      }),
    );
  });
});

it("timeliness leaves out deadlines that are still to come, and has no rate where none is settled", () => {
  expect(timeliness(["done-in-time", "done-late", "overdue", "due", "not-due", "done-in-time"])).toEqual({
    inTime: 2,
    late: 1,
    overdue: 1,
    pending: 2,
    rate: 0.5,
  });
  expect(timeliness(["due"]).rate).toBeNull();
  expect(timeliness(["overdue"]).rate).toBe(0);
});
