import { describe, expect, it } from "vitest";
import { DomainError } from "@/lib/core/errors";
import { POLICY_CHECK_IDS } from "@/lib/core/gate/check-ids";
import { DEFAULT_POLICY, DEFAULT_POLICY_DOCUMENT } from "./default";
import { policyDigest } from "./digest";
import { parsePolicy } from "./parse";

const check = (fields: Record<string, unknown>, id = "integration.success_rate") => ({ checks: { [id]: fields } });

describe("parsePolicy", () => {
  it.each([undefined, null, {}, { checks: {} }])("reads %j as no policy, which denies", (document) => {
    expect(parsePolicy(document)).toBeNull();
  });

  it("reads the default document as the default policy", () => {
    expect(parsePolicy(DEFAULT_POLICY_DOCUMENT)).toEqual(DEFAULT_POLICY);
  });

  it("fills in what a document leaves out", () => {
    expect(parsePolicy({ max_rehearsal_age_days: 14 })).toEqual({ ...DEFAULT_POLICY, maxRehearsalAgeDays: 14 });
    const policy = parsePolicy(check({ threshold: 0.995 }));
    expect(policy?.checks["integration.success_rate"]).toEqual({
      ...DEFAULT_POLICY.checks["integration.success_rate"],
      threshold: 0.995,
    });
  });

  it("never hands out the default's own lists to be changed", () => {
    parsePolicy({ enforce_approvals: true })?.requiredSuites.push("other");
    expect(DEFAULT_POLICY.requiredSuites).toHaveLength(5);
  });

  it("knows suites by their one name", () => {
    expect(parsePolicy({ required_suites: ["E2E", "perf"] })?.requiredSuites).toEqual(["end-to-end", "performance"]);
  });

  it("judges rates as measured unless it names a confidence", () => {
    const confidence = { level: 0.99, minimum_sample: 50 };
    const suites = ["unit", "integration", "end-to-end"];
    expect(parsePolicy({ confidence })?.confidence).toEqual({ level: 0.99, minimumSample: 50, suites });
    const named = { ...confidence, suites: ["E2E"] };
    expect(parsePolicy({ confidence: named })?.confidence?.suites).toEqual(["end-to-end"]);
    expect(parsePolicy({ enforce_approvals: true })).not.toHaveProperty("confidence");
  });

  it.each([
    ["a confidence without a sample", { confidence: { level: 0.95 } }, "confidence.minimum_sample"],
    ["a level without a known quantile", { confidence: { level: 0.5, minimum_sample: 5 } }, "confidence.level"],
    ["a level in per cent", { confidence: { level: 95, minimum_sample: 5 } }, "confidence.level"],
    ["a sample of none", { confidence: { level: 0.95, minimum_sample: 0 } }, "confidence.minimum_sample"],
    ["half a test", { confidence: { level: 0.95, minimum_sample: 1.5 } }, "confidence.minimum_sample"],
    ["no suite at all", { confidence: { level: 0.9, minimum_sample: 5, suites: [] } }, "confidence.suites"],
    ["an unknown key of it", { confidence: { level: 0.9, minimum_sample: 5, z: 2 } }, "confidence.z"],
    ["an unknown key", { enforce_aprovals: true }, "enforce_aprovals"],
    ["an unknown check", check({ enabled: false }, "security.mediums"), "checks.security.mediums"],
    ["an unknown key of a check", check({ enable: false }), "checks.integration.success_rate.enable"],
    ["the check that asks for a policy", check({ enabled: false }, "policy.present"), "checks.policy.present"],
    ["text for a flag", { enforce_approvals: "no" }, "enforce_approvals"],
    ["a negative threshold", check({ threshold: -0.1 }), "checks.integration.success_rate.threshold"],
    ["a rate above 1", check({ threshold: 98 }), "checks.integration.success_rate.threshold"],
    ["NaN", check({ threshold: Number.NaN }), "checks.integration.success_rate.threshold"],
    [
      "infinity",
      check({ threshold: Number.POSITIVE_INFINITY }, "performance.p95_ms"),
      "checks.performance.p95_ms.threshold",
    ],
    ["half a finding", check({ threshold: 0.5 }, "security.medium"), "checks.security.medium.threshold"],
    ["a threshold where there is none", check({ threshold: 1 }, "rehearsal.fresh"), "checks.rehearsal.fresh.threshold"],
    [
      "another readiness signal than 1",
      check({ threshold: 0 }, "telemetry.readiness_passed"),
      "checks.telemetry.readiness_passed.threshold",
    ],
    ["an unknown role", { required_roles: ["boss"] }, "required_roles[0]"],
    ["no required role", { required_roles: [] }, "required_roles"],
    ["a role twice", { required_roles: ["change-board", "change-board"] }, "required_roles"],
    ["a suite twice under two names", { required_suites: ["e2e", "end-to-end"] }, "required_suites"],
    ["no required suite", { required_suites: [] }, "required_suites"],
    ["a rehearsal age of 0 days", { max_rehearsal_age_days: 0 }, "max_rehearsal_age_days"],
    ["a list", [], ""],
    ["text", "enforce_approvals: true", ""],
  ])("refuses %s, naming the place", (_, document, path) => {
    try {
      parsePolicy(document);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({ code: "invalid", issues: [{ path }] });
    }
  });

  it("has a default for every check", () => {
    expect(Object.keys(DEFAULT_POLICY.checks).sort()).toEqual([...POLICY_CHECK_IDS].sort());
  });
});

describe("policyDigest", () => {
  it("of a policy without a confidence is what it was before there was one", () => {
    expect(policyDigest(DEFAULT_POLICY)).toBe(
      "sha256:6a02c7034e7bfd900fbe447f135e72378145caea1eb2ca76d04cef6d8f8bcb55",
    );
    const confident = parsePolicy({ confidence: { level: 0.95, minimum_sample: 50 } });
    expect(confident && policyDigest(confident)).not.toBe(policyDigest(DEFAULT_POLICY));
  });

  it("is the same for two documents that mean the same, and another one for any other", () => {
    const digest = policyDigest(DEFAULT_POLICY);
    const same = parsePolicy({ disallow_waivers: false });
    const stricter = parsePolicy({ disallow_waivers: true });
    expect(same && policyDigest(same)).toBe(digest);
    expect(stricter && policyDigest(stricter)).not.toBe(digest);
  });
});
