import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/default";
import { NOW, secondsAgo } from "@/lib/core/testing/facts";
import {
  type AskedWaiver,
  differenceOf,
  isSameMatter,
  planRequest,
  type RequestState,
  requestStanding,
  requireWithin,
} from "./request";

const DAY = 86_400;
const wanted = (differences: object = {}) => ({
  checkId: "security.medium",
  finding: "CVE-2025-1",
  expiresAt: secondsAgo(-DAY),
  ...differences,
});
const asked = (differences: Partial<AskedWaiver> = {}): AskedWaiver => ({
  checkId: "security.medium",
  finding: null,
  expiresAt: new Date(secondsAgo(-10 * DAY)),
  ...differences,
});

describe("asking for a waiver", () => {
  it("reads what is wanted as a grant would", () => {
    expect(planRequest(DEFAULT_POLICY, wanted({ finding: " CVE-2025-1 " }), NOW)).toEqual({
      checkId: "security.medium",
      finding: "CVE-2025-1",
      expiresAt: new Date(secondsAgo(-DAY)),
    });
    expect(planRequest(DEFAULT_POLICY, wanted({ checkId: "suites.flake_rate", finding: "E2E" }), NOW).finding).toBe(
      "end-to-end",
    );
  });

  it.each([
    ["no policy is in force", null, {}, "forbidden"],
    ["the policy allows none", { ...DEFAULT_POLICY, disallowWaivers: true }, {}, "forbidden"],
    ["the check may not be waived", DEFAULT_POLICY, { checkId: "approvals.complete" }, "invalid"],
    ["the expiry is now", DEFAULT_POLICY, { expiresAt: secondsAgo(0) }, "invalid"],
    ["the expiry is too far away", DEFAULT_POLICY, { expiresAt: secondsAgo(-31 * DAY) }, "invalid"],
  ])("is refused when %s: nobody could grant it", (_, policy, differences, code) => {
    expect(() => planRequest(policy, wanted(differences), NOW)).toThrow(expect.objectContaining({ code }));
  });
});

describe("what a request is at an instant", () => {
  const standing = (state: RequestState, expiresInSeconds: number, releaseEnded = false) =>
    requestStanding({ state, expiresAt: new Date(secondsAgo(-expiresInSeconds)), releaseEnded }, NOW);

  it.each([
    ["open", standing("open", 1), "open"],
    ["one whose expiry is now", standing("open", 0), "lapsed"],
    ["one whose release has ended", standing("open", DAY, true), "lapsed"],
    ["one that was decided stays so", standing("denied", -DAY, true), "denied"],
  ])("%s → %s", (_, found, expected) => {
    expect(found).toBe(expected);
  });
});

describe("a grant of what was asked", () => {
  it("may be the same, narrower or shorter, and says in what", () => {
    const shorter = new Date(secondsAgo(-DAY));
    const granted = asked({ finding: "CVE-2025-1", expiresAt: shorter });
    expect(() => requireWithin(asked(), granted)).not.toThrow();
    expect(differenceOf(asked(), granted)).toEqual([
      { field: "finding", asked: null, granted: "CVE-2025-1" },
      { field: "expiresAt", asked: secondsAgo(-10 * DAY), granted: secondsAgo(-DAY) },
    ]);
    const same = asked({ finding: "CVE-2025-1" });
    expect(() => requireWithin(same, asked({ finding: "cve-2025-1 " }))).not.toThrow();
    expect(differenceOf(same, same)).toEqual([]);
  });

  it.each([
    ["the whole check for one finding", { finding: "CVE-2025-1" }, { finding: null }, "finding"],
    ["another finding", { finding: "CVE-2025-1" }, { finding: "CVE-2025-2" }, "finding"],
    ["a millisecond longer", {}, { expiresAt: new Date(Date.parse(secondsAgo(-10 * DAY)) + 1) }, "expiresAt"],
    ["another check", {}, { checkId: "performance.p95_ms" }, "checkId"],
  ])("is never wider: %s", (_, wish, grant, path) => {
    expect(() => requireWithin(asked(wish), asked(grant))).toThrow(
      expect.objectContaining({ code: "invalid", issues: [expect.objectContaining({ path })] }),
    );
  });

  it("is accepted exactly when it reaches no further", () => {
    const finding = fc.constantFrom(null, "CVE-1", "cve-1", "CVE-2");
    fc.assert(
      fc.property(finding, finding, fc.nat(9), fc.nat(9), (one, other, askedDays, grantedDays) => {
        const wish = asked({ finding: one, expiresAt: new Date(askedDays * DAY) });
        const grant = asked({ finding: other, expiresAt: new Date(grantedDays * DAY) });
        const isSame = one?.toLowerCase() === other?.toLowerCase();
        const isWithin = (one === null || isSame) && grantedDays <= askedDays;
        const attempt = () => requireWithin(wish, grant);
        if (isWithin) expect(attempt).not.toThrow();
        else expect(attempt).toThrow();
      }),
    );
  });
});

it.each([
  ["the same finding, in any case", { finding: "CVE-1" }, { finding: "cve-1" }, true],
  ["the whole check and one of its findings", {}, { finding: "CVE-1" }, true],
  ["one finding and the whole check", { finding: "CVE-1" }, {}, true],
  ["two findings", { finding: "CVE-1" }, { finding: "CVE-2" }, false],
  ["two checks", {}, { checkId: "incidents.open" }, false],
])("what was asked and what is granted are one matter: %s", (_, wish, grant, expected) => {
  expect(isSameMatter(asked(wish), asked(grant))).toBe(expected);
});
