import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/default";
import {
  approvingFacts,
  approvingScorecard,
  NOW,
  passedSuite,
  scorecardFact,
  secondsAgo,
  waiver,
} from "@/lib/core/testing/facts";
import { waiverStanding } from "@/lib/core/waiver/coverage";
import { type DecisionToDeploy, waiversRestedOn, whyNotDeployable } from "./deployable";
import { evaluateGate } from "./evaluate";

const digest = `sha256:${"a".repeat(64)}`;
const standing = {
  now: "2025-10-01T13:00:00Z",
  manifestDigest: digest,
  lastDecision: { verdict: "approve" as const },
  stage: "approval",
  endedAt: null,
  waivers: [],
};
const decision: DecisionToDeploy = {
  kind: "gate",
  verdict: "approve",
  decidedAt: "2025-10-01T12:00:00Z",
  manifestDigest: digest,
  standing,
};
const given = (differences: Partial<DecisionToDeploy>, since: Partial<DecisionToDeploy["standing"]> = {}) =>
  whyNotDeployable({ ...decision, ...differences, standing: { ...standing, ...since } }, 3600);

it("an approve of the manifest in force, exactly as old as allowed, can be deployed on", () => {
  expect(given({})).toEqual([]);
});

it.each([
  ["of break-glass", { kind: "break_glass" as const }, {}, "by break-glass; the gate did not approve"],
  ["no approve", { verdict: "waiver_required" as const }, {}, "is waiver_required, not approve"],
  ["a second too old", { decidedAt: "2025-10-01T11:59:59Z" }, {}, "is 3601 s old"],
  ["from the future", { decidedAt: "2025-10-01T13:00:00.001Z" }, {}, "dated in the future"],
  ["without a zone", { decidedAt: "2025-10-01T12:30:00" }, {}, "cannot be read"],
  ["judged at no time", {}, { now: "soon" }, "cannot be read"],
  ["of an older manifest", {}, { manifestDigest: `sha256:${"b".repeat(64)}` }, "another manifest since"],
  ["overruled", {}, { lastDecision: { verdict: "reject" as const } }, "a later decision"],
  ["of a release that nobody judged", {}, { lastDecision: null }, "a later decision"],
  ["of a release that was rolled back", {}, { endedAt: standing.now, stage: "rolled_back" }, "has ended (rolled_back)"],
])("one %s cannot, and that alone is the reason", (_what, differences, since, reason) => {
  expect(given(differences, since)).toEqual([expect.stringContaining(reason)]);
});

it("one that was made without a manifest cannot, whatever the release has now", () => {
  expect(given({ manifestDigest: null }, { manifestDigest: null })).toEqual([
    expect.stringContaining("without a manifest"),
  ]);
});

describe("an approve that rests on a waiver", () => {
  const slow = approvingScorecard().suites.map((suite) =>
    suite.name === "performance" ? passedSuite("performance", { latencyP95Ms: 900 }) : suite,
  );
  const scorecard = { state: "found" as const, value: scorecardFact(approvingScorecard({ suites: slow })) };
  const granted = waiver("performance.p95_ms", { expiresAt: secondsAgo(-60) });
  const waivers = { state: "found" as const, value: [granted, waiver("telemetry.error_rate")] };
  const verdict = evaluateGate(DEFAULT_POLICY, approvingFacts({ scorecard, waivers }), NOW);

  it("names exactly the waivers that let a check through", () => {
    expect(verdict.verdict).toBe("approve");
    expect(waiversRestedOn(verdict)).toEqual([{ id: granted.id, checkId: "performance.p95_ms" }]);
  });

  it.each([
    ["until the millisecond before its expiry", {}, 59_999, null],
    ["not from its expiry on", {}, 60_000, "expired at"],
    ["not once it is revoked", { revokedAt: secondsAgo(-1) }, 1000, "was revoked at"],
    ["not once it is superseded", { supersededById: "waiver-2" }, 1000, "a later waiver replaced it"],
    ["not with an expiry that cannot be read", { expiresAt: "never" }, 1000, "is not an RFC 3339 time"],
  ])("can be deployed on %s", (_, since, laterMs, reason) => {
    const now = new Date(NOW.getTime() + laterMs);
    const [used] = waiversRestedOn(verdict).map((each) => ({
      ...each,
      ...waiverStanding({ ...granted, ...since }, now),
    }));
    const times = { now: now.toISOString(), waivers: used ? [used] : [] };
    const expected = reason === null ? [] : [expect.stringContaining(reason)];
    expect(given({ decidedAt: NOW.toISOString() }, times)).toEqual(expected);
  });
});
