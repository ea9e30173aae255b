import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/default";
import { approvingFacts, COMMIT } from "@/lib/core/testing/facts";
import { judgeVerification, type SnapshotFact, type VerificationFacts } from "./verification";
import { windowEnd } from "./window";

const openedAt = new Date("2025-10-26T00:40:00Z");
const closesAt = windowEnd(openedAt, 30);
const later = (seconds: number) => new Date(openedAt.getTime() + seconds * 1000);
const GOOD = { "readiness.passed": 1, latency_p95_ms: 120, error_rate: 0.001, flake_rate: 0.01 };

const snapshot = (seconds: number, values: Record<string, number> = GOOD, receivedSeconds = seconds): SnapshotFact => ({
  id: `snapshot-${seconds}`,
  takenAt: later(seconds),
  receivedAt: later(receivedSeconds),
  values,
});
const facts = (change: Partial<VerificationFacts> = {}): VerificationFacts => ({
  policy: DEFAULT_POLICY,
  release: { ...approvingFacts().release, commit: COMMIT },
  openedAt,
  closesAt,
  snapshots: [],
  incidents: [],
  failures: [],
  ...change,
});
const incident = (severity: "sev1" | "sev2" | "sev3", seconds: number) => ({
  id: "incident-1",
  severity,
  title: "Checkout is down",
  declaredAt: later(seconds),
});

describe("when a window passes", () => {
  it.each([
    ["a second before its end", 1799, "watching"],
    ["at its end", 1800, "passed"],
    ["two hours late, after an outage of the worker", 9000, "passed"],
  ])("%s", (_name, seconds, state) => {
    expect(judgeVerification(facts({ snapshots: [snapshot(60)] }), later(seconds)).state).toBe(state);
  });

  it.each([
    ["none", [], "no metrics arrived"],
    ["one taken a millisecond before it opened", [snapshot(-0.001)], "no metrics arrived"],
    ["one taken within it and received after it", [snapshot(1700, GOOD, 1800.001)], "no metrics arrived"],
    ["one taken after it", [snapshot(1800.001)], "no metrics arrived"],
    [
      "one without latency",
      [snapshot(60, { "readiness.passed": 1, error_rate: 0, flake_rate: 0 })],
      "no snapshot told",
    ],
  ])("missing never passes: %s", (_name, snapshots, why) => {
    const judged = judgeVerification(facts({ snapshots }), closesAt);
    expect(judged.state).toBe("flagged");
    expect(judged.violations[0]?.text).toContain(why);
  });

  it.each([
    ["at the moment of opening", [snapshot(0)]],
    ["at the moment of closing", [snapshot(1800)]],
    [
      "half of the values each",
      [snapshot(60, { "readiness.passed": 1, error_rate: 0 }), snapshot(90, { latency_p95_ms: 5, flake_rate: 0 })],
    ],
  ])("snapshots count that came %s", (_name, snapshots) => {
    expect(judgeVerification(facts({ snapshots }), closesAt).state).toBe("passed");
  });

  it("without a policy, or with one that asks for no telemetry, nothing passes", () => {
    const silent = structuredClone(DEFAULT_POLICY);
    for (const id of Object.keys(silent.checks)) {
      if (id.startsWith("telemetry.")) silent.checks[id as "telemetry.error_rate"].enabled = false;
    }
    for (const policy of [null, silent]) {
      expect(judgeVerification(facts({ policy, snapshots: [snapshot(60)] }), closesAt).state).toBe("flagged");
    }
  });
});

describe("what flags a window at once", () => {
  it.each([
    ["a latency at the limit", { ...GOOD, latency_p95_ms: 200 }, "latency_p95_ms 200 is not below 200"],
    ["errors", { ...GOOD, error_rate: 0.02 }, "error_rate 0.02 is not below 0.01"],
    ["flaky tests", { ...GOOD, flake_rate: 0.5 }, "flake_rate 0.5 is not below 0.1"],
    ["readiness that is not 1", { ...GOOD, "readiness.passed": 0 }, "readiness.passed 0 is not 1"],
    ["a value that cannot be", { ...GOOD, error_rate: -1 }, "error_rate is negative"],
  ])("%s", (_name, values, text) => {
    const judged = judgeVerification(facts({ snapshots: [snapshot(30), snapshot(60, values)] }), later(61));
    expect(judged.state).toBe("flagged");
    expect(judged.violations).toEqual([{ kind: "metric", text, at: later(60).toISOString(), id: "snapshot-60" }]);
  });

  it("a value that is good again does not take the violation back", () => {
    const snapshots = [snapshot(120), snapshot(60, { ...GOOD, error_rate: 0.5 })];
    const judged = judgeVerification(facts({ snapshots }), closesAt);
    expect(judged.state).toBe("flagged");
    expect(judged.checks.find(({ id }) => id === "telemetry.error_rate")).toMatchObject({
      observed: 0.5,
      outcome: "fail",
    });
  });

  it("by the policy's own threshold, not the default one", () => {
    const strict = structuredClone(DEFAULT_POLICY);
    strict.checks["telemetry.latency_p95_ms"].threshold = 100;
    expect(judgeVerification(facts({ policy: strict, snapshots: [snapshot(60)] }), later(61)).state).toBe("flagged");
  });

  it.each([
    ["sev1", 0, "flagged"],
    ["sev2", 1800, "flagged"],
    ["sev3", 60, "watching"],
    ["sev1", -1, "watching"],
    ["sev1", 1801, "watching"],
  ] as const)("a %s incident declared %i s after the rollout: %s", (severity, seconds, state) => {
    expect(judgeVerification(facts({ incidents: [incident(severity, seconds)] }), later(1799)).state).toBe(state);
  });

  it("a deployment of the release that failed within it", () => {
    const failures = [{ id: "deployment-1", at: later(10), what: "A deployment failed: eu-west-1" }];
    expect(judgeVerification(facts({ failures }), later(11)).violations).toHaveLength(1);
    expect(judgeVerification(facts({ failures: [{ ...failures[0], at: later(-1) }] as never }), later(11)).state).toBe(
      "watching",
    );
  });
});

it("nothing passes early, and nothing passes with a broken value, in any order of arrival", () => {
  const values = fc.record({
    "readiness.passed": fc.constantFrom(0, 1),
    latency_p95_ms: fc.integer({ min: 0, max: 400 }),
    error_rate: fc.constantFrom(0, 0.009, 0.01, 0.5),
    flake_rate: fc.constantFrom(0, 0.09, 0.1),
  });
  const snapshots = fc.array(fc.tuple(fc.integer({ min: -60, max: 2000 }), values), { maxLength: 8 });
  fc.assert(
    fc.property(snapshots, fc.integer({ min: 0, max: 4000 }), (given, seconds) => {
      const all = given.map(([at, each]) => snapshot(at, each));
      const judged = judgeVerification(facts({ snapshots: all }), later(seconds));
      const within = given.filter(([at]) => at >= 0 && at <= 1800);
      const bad = within.some(
        ([, each]) =>
          each["readiness.passed"] !== 1 ||
          each.latency_p95_ms >= 200 ||
          each.error_rate >= 0.01 ||
          each.flake_rate >= 0.1,
      );
      const expected = bad ? "flagged" : seconds < 1800 ? "watching" : within.length > 0 ? "passed" : "flagged";
      expect(judged.state).toBe(expected);
      expect(judgeVerification(facts({ snapshots: all.toReversed() }), later(seconds)).state).toBe(judged.state);
    }),
  );
});

it.each([
  [null, 30],
  [45, 45],
  [5, 30],
  [600, 60],
])("a window of %s minutes lasts %i, also across a change of clocks", (minutes, lasts) => {
  expect(windowEnd(openedAt, minutes).getTime() - openedAt.getTime()).toBe(lasts * 60_000);
});
