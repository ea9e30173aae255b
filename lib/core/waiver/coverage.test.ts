import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WaiverFact } from "@/lib/core/gate/facts";
import { DEFAULT_POLICY } from "@/lib/core/policy/default";
import { approvingFacts, NOW, secondsAgo, waiver } from "@/lib/core/testing/facts";
import { concernsRelease, isAbout, waiverStanding, waiverStandingFor } from "./coverage";

const standing = (differences: Partial<WaiverFact>) =>
  waiverStandingFor(waiver("performance.p95_ms", differences), DEFAULT_POLICY, approvingFacts(), NOW).state;

describe("waiverStandingFor", () => {
  it.each([
    ["granted and not expired", {}, "valid"],
    ["expires in a second", { expiresAt: secondsAgo(-1) }, "valid"],
    ["expires now", { expiresAt: secondsAgo(0) }, "expired"],
    ["revoked", { revokedAt: secondsAgo(1) }, "revoked"],
    ["superseded", { supersededById: "waiver-2" }, "superseded"],
    ["granted in the future", { grantedAt: secondsAgo(-1) }, "not_yet"],
    ["a month that does not exist", { expiresAt: "2025-13-01T00:00:00Z" }, "error"],
    ["a naive expiry", { expiresAt: "2025-10-08T12:00:00" }, "error"],
    ["never expires", { expiresAt: "never" }, "error"],
    ["an empty expiry", { expiresAt: "" }, "error"],
    ["a naive grant", { grantedAt: "2025-09-30" }, "error"],
    ["lasts exactly the policy's maximum", { grantedAt: secondsAgo(0), expiresAt: secondsAgo(-30 * 86_400) }, "valid"],
    ["lasts longer than that", { grantedAt: secondsAgo(1), expiresAt: secondsAgo(-30 * 86_400) }, "void"],
    ["granted in another role", { grantedRole: "release-engineer" }, "void"],
    ["granted in no role", { grantedRole: null }, "void"],
    ["granted by nobody", { grantedBy: { kind: "person", id: "", name: " ", email: null } }, "void"],
    ["granted by a token", { grantedBy: { kind: "token", id: "t", name: "ci", email: null } }, "void"],
    ["granted by the author", { grantedBy: { kind: "person", id: "x", name: "A", email: "ADA@example.test" } }, "void"],
  ] as [string, Partial<WaiverFact>, string][])("%s → %s", (_, differences, expected) => {
    expect(standing(differences)).toBe(expected);
  });

  it("never holds a waiver for valid at or after its expiry", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 86_400 }), fc.string(), (seconds, reason) => {
        const expired = waiver("performance.p95_ms", { id: reason, expiresAt: secondsAgo(seconds) });
        expect(waiverStanding(expired, NOW).state).toBe("expired");
      }),
    );
  });
});

describe("what a waiver is about", () => {
  it.each([
    ["the whole check", null, null, false, true],
    ["the whole check stands for its findings", null, "unit", false, true],
    ["but not where each needs its own", null, "CVE-1", true, false],
    ["its finding, in any case", "cve-1", "CVE-1", true, true],
    ["no other finding", "CVE-2", "CVE-1", true, false],
    ["a finding does not stand for the whole check", "unit", null, false, false],
    ["an empty finding is about nothing", "", null, false, false],
  ])("%s", (_, granted, finding, ownEach, expected) => {
    expect(isAbout(waiver("security.medium", { finding: granted }), "security.medium", finding, ownEach)).toBe(
      expected,
    );
  });

  it("is never another check or another release", () => {
    expect(isAbout(waiver("security.medium"), "performance.p95_ms", null)).toBe(false);
    expect(concernsRelease(waiver("security.medium"), "release-2")).toBe(false);
    expect(concernsRelease(waiver("security.medium", { releaseId: null }), "release-2")).toBe(true);
    expect(concernsRelease(waiver("security.medium"), null)).toBe(false);
  });
});
