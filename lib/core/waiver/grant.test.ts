import { describe, expect, it } from "vitest";
import type { InvolvedParty } from "@/lib/core/approval/parties";
import { DEFAULT_POLICY } from "@/lib/core/policy/default";
import { NOW, secondsAgo } from "@/lib/core/testing/facts";
import { planWaiver, type WaiverRequest } from "./grant";

const request = (differences: Partial<WaiverRequest> = {}): WaiverRequest => ({
  policy: DEFAULT_POLICY,
  checkId: "performance.p95_ms",
  finding: null,
  expiresAt: secondsAgo(-86_400),
  at: NOW,
  granter: { id: "cleo", name: "Cleo Change", email: "cleo@example.test", roles: ["viewer", "change-board"] },
  parties: [],
  ...differences,
});
const author: InvolvedParty = { kind: "person", id: "cleo", name: "Cleo Change", email: null, involvement: "author" };

const LATE = new Date(secondsAgo(-30 * 86_400));

describe("planWaiver", () => {
  it("grants a waivable check to a holder of the waiver role", () => {
    expect(planWaiver(request({ finding: " CVE-2025-1 " }))).toEqual({
      checkId: "performance.p95_ms",
      finding: "CVE-2025-1",
      expiresAt: new Date(secondsAgo(-86_400)),
      grantedRole: "change-board",
    });
  });

  it("takes a blank finding for the whole check, and a suite by its one name", () => {
    expect(planWaiver(request({ finding: "  " })).finding).toBeNull();
    expect(planWaiver(request({ checkId: "suites.flake_rate", finding: "E2E" })).finding).toBe("end-to-end");
  });

  it("lets a waiver last exactly as long as the policy allows", () => {
    expect(() => planWaiver(request({ expiresAt: secondsAgo(-30 * 86_400) }))).not.toThrow();
  });

  it.each([
    [
      "the policy disallows waivers",
      { policy: { ...DEFAULT_POLICY, disallowWaivers: true } },
      "forbidden",
      /allows no waivers/,
    ],
    ["there is no policy", { policy: null }, "forbidden", /no gate policy/],
    [
      "the granter lacks the role",
      { granter: { ...request().granter, roles: ["admin"] } },
      "forbidden",
      /needs change-board/,
    ],
    ["the granter has no name", { granter: { ...request().granter, name: " " } }, "forbidden", /named person/],
    ["the granter is the author", { parties: [author] }, "forbidden", /You authored this release/],
    [
      "the granter created the release",
      { parties: [{ ...author, involvement: "creator" }] },
      "forbidden",
      /You created/,
    ],
    [
      "the check may not be waived",
      { checkId: "approvals.complete" },
      "invalid",
      /does not let approvals\.complete be waived/,
    ],
    ["there is no such check", { checkId: "policy.present" }, "invalid", /checkId: is not a check/],
    [
      "the granter asked for it",
      { asked: { requesterId: "cleo", checkId: "performance.p95_ms", finding: null, expiresAt: LATE } },
      "forbidden",
      /You asked for this waiver/,
    ],
    [
      "it lasts longer than what was asked",
      { asked: { requesterId: "ana", checkId: "performance.p95_ms", finding: null, expiresAt: NOW } },
      "invalid",
      /expiresAt: must be at most what was asked/,
    ],
    ["the expiry is in the past", { expiresAt: secondsAgo(1) }, "invalid", /expiresAt: must be in the future/],
    ["the expiry is now", { expiresAt: secondsAgo(0) }, "invalid", /expiresAt: must be in the future/],
    ["the expiry is too far away", { expiresAt: secondsAgo(-30 * 86_400 - 1) }, "invalid", /at most 30 days/],
    ["the expiry is mistyped", { expiresAt: "2025-13-01T00:00:00Z" }, "invalid", /expiresAt: must be an RFC 3339/],
    ["the expiry is naive", { expiresAt: "2025-10-08T12:00:00" }, "invalid", /expiresAt: must be an RFC 3339/],
    ["there is no expiry", { expiresAt: "" }, "invalid", /expiresAt: must be an RFC 3339/],
  ] as [string, Partial<WaiverRequest>, string, RegExp][])("refuses when %s", (_, differences, code, message) => {
    expect(() => planWaiver(request(differences))).toThrow(message);
    expect(() => planWaiver(request(differences))).toThrow(expect.objectContaining({ code }));
  });
});
