import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/default";
import {
  approvingFacts,
  approvingScorecard,
  metricsFact,
  NOW,
  scorecardFact,
  secondsAgo,
} from "@/lib/core/testing/facts";
import { CHECK_IDS, type CheckId } from "./check-ids";
import { evaluateGate } from "./evaluate";
import type { Facts } from "./facts";

const judge = (facts: Facts, at = NOW) => evaluateGate(DEFAULT_POLICY, facts, at);
const outcome = (facts: Facts, id: CheckId) => judge(facts).checks.find((check) => check.id === id)?.outcome;
const withMetric = (name: string, value: unknown): Facts => {
  const fact = metricsFact();
  return approvingFacts({
    metrics: { state: "found", value: { ...fact, values: { ...fact.values, [name]: value as number } } },
  });
};
const withLatency = (value: unknown): Facts => {
  const scorecard = approvingScorecard();
  const suites = scorecard.suites.map((suite) =>
    suite.name === "performance" ? { ...suite, latencyP95Ms: value as number } : suite,
  );
  return approvingFacts({ scorecard: { state: "found", value: scorecardFact({ ...scorecard, suites: suites }) } });
};

/** The digest of the builder refuses what is not JSON; facts from elsewhere may hold it all the same. */
const withRawLatency = (value: unknown): Facts => {
  const facts = withLatency(1);
  if (facts.scorecard.state === "found") {
    const suite = facts.scorecard.value.scorecard.suites.find(({ name }) => name === "performance");
    if (suite) suite.latencyP95Ms = value as number;
  }
  return facts;
};

describe("numbers that are none", () => {
  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    -1,
    -0.0001,
    "1",
    null,
    undefined,
    true,
    {},
    [1],
    1n,
  ])("makes the metric %s an error, never a pass", (value) => {
    for (const [metric, id] of [
      ["readiness.passed", "telemetry.readiness_passed"],
      ["latency_p95_ms", "telemetry.latency_p95_ms"],
      ["error_rate", "telemetry.error_rate"],
      ["flake_rate", "telemetry.flake_rate"],
    ] as const) {
      expect(outcome(withMetric(metric, value), id)).toBe("error");
      expect(judge(withMetric(metric, value)).verdict).not.toBe("approve");
    }
  });

  it.each([Number.NaN, Number.NEGATIVE_INFINITY, -1, "174", true, {}])(
    "makes the scorecard with a latency of %s an error",
    (value) => {
      const verdict = judge(withRawLatency(value));
      expect(verdict.verdict).toBe("reject");
      expect(verdict.checks.find(({ id }) => id === "performance.p95_ms")?.outcome).toBe("error");
      expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
    },
  );

  it("takes a missing latency for missing", () => {
    expect(outcome(withLatency(null), "performance.p95_ms")).toBe("missing");
  });
});

describe("limits", () => {
  it.each([
    ["latency_p95_ms", 199.999, "pass"],
    ["latency_p95_ms", 200, "fail"],
    ["error_rate", 0.0099, "pass"],
    ["error_rate", 0.01, "fail"],
    ["error_rate", 1.5, "error"],
    ["flake_rate", 0.0999, "pass"],
    ["flake_rate", 0.1, "fail"],
    ["readiness.passed", 1, "pass"],
    ["readiness.passed", 0, "fail"],
    ["readiness.passed", 2, "fail"],
  ] as const)("%s of %d → %s", (metric, value, expected) => {
    const id = `telemetry.${metric === "readiness.passed" ? "readiness_passed" : metric}` as CheckId;
    expect(outcome(withMetric(metric, value), id)).toBe(expected);
  });

  it.each([
    [0, 200, "pass"],
    [4, 196, "pass"],
    [5, 195, "fail"],
  ])("integration with %d of 200 failed → %s", (failed, passed, expected) => {
    const scorecard = approvingScorecard();
    const suites = scorecard.suites.map((suite) =>
      suite.name === "integration"
        ? { ...suite, tests: { total: 200, passed, failed, skipped: 0, flaky: 0 }, successRate: null }
        : suite,
    );
    const facts = approvingFacts({ scorecard: { state: "found", value: scorecardFact({ ...scorecard, suites }) } });
    expect(outcome(facts, "integration.success_rate")).toBe(expected);
  });

  it.each([
    [24 * 3600, "pass"],
    [24 * 3600 + 1, "missing"],
    [0, "pass"],
    [-1, "error"],
  ])("a scorecard that is %d seconds old → %s", (age, expected) => {
    const scorecard = approvingScorecard({ generatedAt: secondsAgo(age) });
    const facts = approvingFacts({ scorecard: { state: "found", value: scorecardFact(scorecard) } });
    expect(outcome(facts, "scorecard.present")).toBe(expected);
  });
});

describe("facts of no shape", () => {
  const shapes: unknown[] = [
    null,
    undefined,
    7,
    "facts",
    [],
    {},
    { release: {} },
    { ...approvingFacts(), release: null },
  ];

  it.each(shapes)("denies %j without throwing", (facts) => {
    const verdict = judge(facts as Facts);
    expect(verdict.verdict).toBe("reject");
    expect(verdict.checks.filter(({ outcome }) => outcome === "pass").map(({ id }) => id)).toEqual(["policy.present"]);
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
  });

  const keys = [
    "scorecard",
    "metrics",
    "manifest",
    "rehearsals",
    "requiredRoles",
    "signatures",
    "waivers",
    "incidents",
  ];
  const values: unknown[] = [
    null,
    7,
    {},
    { state: "found" },
    { state: "found", value: null },
    { state: "yes", value: {} },
  ];

  it.each(keys.flatMap((key) => values.map((value) => ({ key, value }))))("denies $key = $value", ({ key, value }) => {
    expect(judge({ ...approvingFacts(), [key]: value } as Facts).verdict).not.toBe("approve");
  });

  it("denies an instant that is none", () => {
    const verdict = judge(approvingFacts(), new Date("soon"));
    expect(verdict).toMatchObject({ verdict: "reject", at: "unreadable" });
  });

  it("denies without a policy, and shows only that check", () => {
    const verdict = evaluateGate(null, approvingFacts(), NOW);
    expect(verdict).toMatchObject({ verdict: "reject", policyDigest: null });
    expect(verdict.checks.map(({ id }) => id)).toEqual(["policy.present"]);
  });

  it("keeps unpaired surrogates and the like out of what is stored", () => {
    const manifest = { state: "error" as const, reason: "broken \ud800" };
    expect(JSON.stringify(judge(approvingFacts({ manifest }))).isWellFormed()).toBe(true);
  });
});

describe("which checks are judged", () => {
  it("shows every check of the default policy, in order", () => {
    expect(judge(approvingFacts()).checks.map(({ id }) => id)).toEqual([...CHECK_IDS]);
  });

  it("leaves out approvals and rehearsals that the policy does not ask for", () => {
    const policy = { ...DEFAULT_POLICY, enforceApprovals: false, requireRehearsal: false };
    const nothing = { state: "missing", reason: "none" } as const;
    const verdict = evaluateGate(policy, approvingFacts({ signatures: nothing, rehearsals: nothing }), NOW);
    expect(verdict.verdict).toBe("approve");
    expect(verdict.checks.map(({ id }) => id)).not.toContain("approvals.complete");
    expect(verdict.checks.map(({ id }) => id)).not.toContain("rehearsal.fresh");
  });

  it("prefers the roles that the policy names to the approval matrix, and never takes none for enough", () => {
    const facts = approvingFacts({ requiredRoles: { state: "found", value: ["admin"] } });
    const named = { ...DEFAULT_POLICY, requiredRoles: ["change-board" as const] };
    expect(evaluateGate(named, facts, NOW).verdict).toBe("approve");
    expect(judge(facts).verdict).toBe("reject");
    expect(evaluateGate({ ...DEFAULT_POLICY, requiredRoles: [] }, facts, NOW).verdict).toBe("reject");
  });

  it("says when approvals and waivers are unverified claims", () => {
    expect(judge(approvingFacts({ verified: false })).summary).toContain("claims that nobody verified");
    expect(judge(approvingFacts()).summary).toBe("All 20 blocking checks pass.");
  });
});
