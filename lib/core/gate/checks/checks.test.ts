import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/default";
import type { Suite } from "@/lib/core/scorecard/model";
import {
  approvingFacts,
  approvingManifest,
  approvingScorecard,
  manifestFact,
  NOW,
  scorecardFact,
  secondsAgo,
  waiver,
} from "@/lib/core/testing/facts";
import type { CheckId } from "../check-ids";
import { evaluateGate } from "../evaluate";
import type { Facts } from "../facts";
import { blocks, isWaived, type Judged } from "../judged";
import { passes } from "../judgement";

const judge = (facts: Facts, id: CheckId) => {
  const found = evaluateGate(DEFAULT_POLICY, facts, NOW).checks.find((check) => check.id === id);
  if (!found) throw new Error(`${id} was not judged`);
  return found;
};
const withSuite = (name: string, differences: Partial<Suite>, facts: Partial<Facts> = {}): Facts => {
  const suites = approvingScorecard().suites.map((suite) =>
    suite.name === name ? { ...suite, ...differences } : suite,
  );
  return approvingFacts({
    scorecard: { state: "found", value: scorecardFact(approvingScorecard({ suites })) },
    ...facts,
  });
};
const medium = (ids: string[], count: number): Partial<Suite> => ({
  vulnerabilities: { critical: 0, high: 0, medium: count, low: 0 },
  findings: ids.map((id) => ({ id, severity: "medium", title: null })),
});
const waivers = (...value: ReturnType<typeof waiver>[]): Partial<Facts> => ({ waivers: { state: "found", value } });

describe("scorecard checks", () => {
  it("do not believe a run that claims to have passed with a failed suite", () => {
    const check = judge(withSuite("unit", { status: "failed", violations: ["3 tests failed"] }), "scorecard.overall");
    expect(check).toMatchObject({ outcome: "fail", details: ["unit failed: 3 tests failed"] });
  });

  it("tell a suite that is absent from one that was skipped", () => {
    const without = approvingScorecard({ suites: approvingScorecard().suites.slice(1) });
    const absent = approvingFacts({ scorecard: { state: "found", value: scorecardFact(without) } });
    expect(judge(absent, "scorecard.suites")).toMatchObject({
      outcome: "missing",
      observed: 4,
      details: ["unit is not in the scorecard"],
    });
    expect(judge(withSuite("unit", { status: "skipped" }), "scorecard.suites").outcome).toBe("fail");
  });

  it("refuse evidence whose document contradicts what it was submitted for", () => {
    const value = { ...scorecardFact(), commit: "0".repeat(40) };
    expect(judge(approvingFacts({ scorecard: { state: "found", value } }), "scorecard.present")).toMatchObject({
      outcome: "error",
      observed: 1,
    });
  });

  it("refuse the scorecard of another release at the same commit", () => {
    const value = scorecardFact(approvingScorecard({ release: "2025.09.30" }));
    expect(judge(approvingFacts({ scorecard: { state: "found", value } }), "scorecard.present").outcome).toBe(
      "missing",
    );
  });

  it("accept a waiver narrowed to one suite for that suite only", () => {
    const narrowed = waivers(waiver("suites.flake_rate", { finding: "end-to-end" }));
    const flaky = { tests: null, flakeRate: 0.4 };
    expect(judge(withSuite("end-to-end", flaky, narrowed), "suites.flake_rate").waived).toBe(true);
    expect(judge(withSuite("unit", flaky, narrowed), "suites.flake_rate").waived).toBe(false);
  });
});

describe("security checks", () => {
  it("count what is listed, whatever the totals say", () => {
    const findings = [{ id: "CVE-2025-9", severity: "critical" as const, title: null }];
    const lying = withSuite("security", { findings, vulnerabilities: { critical: 0, high: 0, medium: 0, low: 0 } });
    expect(judge(lying, "security.critical_high")).toMatchObject({ outcome: "fail", observed: 1 });
  });

  it("count what any suite found", () => {
    const inUnit = withSuite("unit", { vulnerabilities: { critical: 0, high: 2, medium: 0, low: 0 } });
    expect(judge(inUnit, "security.critical_high")).toMatchObject({ outcome: "fail", observed: 2 });
  });

  it.each([
    ["each named finding with its own waiver", ["A", "B"], 2, ["A", "B"], true],
    ["one of them without", ["A", "B"], 2, ["A"], false],
    ["a waiver of the whole check for named findings", ["A", "B"], 2, [null], false],
    ["a waiver of the whole check for mere counts", [], 2, [null], true],
    ["a named waiver for mere counts", [], 2, ["A"], false],
    ["named ones waived, uncounted ones not", ["A"], 2, ["A"], false],
    ["named ones and the rest waived", ["A"], 2, ["A", null], true],
  ])("medium: %s", (_, named, count, granted, expected) => {
    const all = granted.map((finding, index) => waiver("security.medium", { id: `w${index}`, finding }));
    const check = judge(withSuite("security", medium(named, count), waivers(...all)), "security.medium");
    expect(check).toMatchObject({ outcome: "fail", observed: count, waived: expected });
  });
});

describe("manifest.complete", () => {
  const staging = (window: { start: string; end: string }): Facts => {
    const facts = approvingFacts({
      manifest: {
        state: "found",
        value: manifestFact(approvingManifest({ environment: "staging", rollout_window: window })),
      },
    });
    return { ...facts, release: { ...facts.release, environment: "staging", isProduction: false } };
  };

  it.each([
    [60, 0, "pass"],
    [0, 0, "fail"],
    [0, 60, "fail"],
  ])("a window from %d to %d seconds ago → %s", (start, end, expected) => {
    const facts = staging({ start: secondsAgo(start), end: secondsAgo(end) });
    expect(judge(facts, "manifest.complete").outcome).toBe(expected);
  });

  it.each([
    ["not_run", "migrations: 0007 had no dry run yet"],
    ["failed", "migrations: the dry run of 0007 failed"],
  ] as const)("a migration whose dry run is %s", (dry_run, detail) => {
    const content = approvingManifest({ migrations: [{ name: "0007", dry_run, rollback: "drop the column" }] });
    const facts = approvingFacts({ manifest: { state: "found", value: manifestFact(content) } });
    expect(judge(facts, "manifest.complete")).toMatchObject({ outcome: "fail", details: [detail] });
  });

  it.each(["release", "service", "environment", "commit"] as const)("is of this %s", (key) => {
    const content = approvingManifest({ [key]: key === "commit" ? "0000000" : "other" });
    const facts = approvingFacts({ manifest: { state: "found", value: manifestFact(content) } });
    const { outcome, details } = judge(facts, "manifest.complete");
    expect(outcome).toBe("fail");
    expect(details[0]).toContain(`${key}: is`);
  });
});

describe("waivers.valid", () => {
  it("does not mind a worthless waiver of a check that passes or is covered by another one", () => {
    const expired = waiver("performance.p95_ms", { expiresAt: secondsAgo(1) });
    expect(judge(approvingFacts(waivers(expired)), "waivers.valid").outcome).toBe("pass");
    const renewed = waiver("performance.p95_ms", { id: "new" });
    const slow = withSuite("performance", { latencyP95Ms: 900 }, waivers(expired, renewed));
    expect(judge(slow, "waivers.valid").outcome).toBe("pass");
    expect(judge(slow, "performance.p95_ms")).toMatchObject({ waived: true, waiverIds: ["new"] });
  });

  it("minds an unreadable one even of a check that passes", () => {
    const unreadable = waiver("performance.p95_ms", { expiresAt: "1 Nov 2025" });
    expect(judge(approvingFacts(waivers(unreadable)), "waivers.valid").outcome).toBe("error");
  });
});

describe("a check that is judged without any part", () => {
  const judgement = { ...passes({ threshold: null, unit: null, owner: "admin" }, null), outcome: "fail" as const };
  const judged: Judged = {
    id: "incidents.open",
    title: "",
    blocking: true,
    waivable: true,
    judgement,
    uncovered: [],
    waiverIds: [],
  };

  it("blocks all the same, and counts as waived by nothing", () => {
    expect(isWaived(judged)).toBe(false);
    expect(blocks(judged)).toBe(true);
  });
});
