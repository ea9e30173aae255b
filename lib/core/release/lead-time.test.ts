import { expect, it } from "vitest";
import { missingEvidence } from "./evidence";
import { leadTimeSeconds } from "./lead-time";

const at = (text: string) => new Date(text);

it.each([
  ["2025-10-01T12:00:00Z", "2025-10-01T12:00:00.999Z", 0],
  ["2025-10-01T12:00:00Z", "2025-10-01T16:12:30Z", 15_150],
  // The clocks go back within it: a lead time is time that passed, not a difference of clock faces.
  ["2025-10-26T00:00:00+02:00", "2025-10-27T00:00:00+01:00", 90_000],
  ["2025-10-01T12:00:00Z", "2025-10-01T11:59:59Z", 0],
])("lead time from %s to %s is %i s", (from, to, seconds) => {
  expect(leadTimeSeconds(at(from), at(to))).toBe(seconds);
});

it("readiness succeeds on a run of its own commit and environment, and nothing else asks for one", () => {
  const found = { hasScorecard: false, commit: "c".repeat(40), environment: "production" };
  expect(missingEvidence("readiness", "succeeded", found)).toMatch(
    /no scorecard of commit cccccccccccc for production/,
  );
  expect(missingEvidence("readiness", "succeeded", { ...found, hasScorecard: true })).toBeNull();
  for (const status of ["running", "failed"]) expect(missingEvidence("readiness", status, found)).toBeNull();
  expect(missingEvidence("build", "succeeded", found)).toBeNull();
});
