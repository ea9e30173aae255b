import { expect, it } from "vitest";
import { type DecisionToDeploy, whyNotDeployable } from "./deployable";

const digest = `sha256:${"a".repeat(64)}`;
const standing = {
  now: "2025-10-01T13:00:00Z",
  manifestDigest: digest,
  lastDecision: { verdict: "approve" as const },
  stage: "approval",
  endedAt: null,
};
const decision: DecisionToDeploy = {
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
