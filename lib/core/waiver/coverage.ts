import { waivingBar } from "@/lib/core/approval/bar";
import { releaseParties } from "@/lib/core/approval/parties";
import type { Facts, WaiverFact } from "@/lib/core/gate/facts";
import { parseInstant } from "@/lib/core/instant";
import type { Policy } from "@/lib/core/policy/model";

const DAY_MS = 86_400_000;

export const WAIVER_STATES = ["valid", "expired", "revoked", "superseded", "not_yet", "void", "error"] as const;

/**
 * What a waiver is at an instant. `valid` alone covers anything; `error` is a waiver whose times cannot be read.
 * `void` is one that the policy or the separation of duties does not accept.
 */
export type WaiverStanding = {
  state: (typeof WAIVER_STATES)[number];
  reason: string;
};

/** Whether a waiver speaks of this release at all: its own, or of every release of the service. */
export function concernsRelease(waiver: WaiverFact, releaseId: string | null): boolean {
  return waiver.releaseId === null || waiver.releaseId === releaseId;
}

/** Judges one waiver at `at` by the clock and its own record alone: expiry is exclusive. */
export function waiverStanding(waiver: WaiverFact, at: Date): WaiverStanding {
  if (waiver.supersededById !== null) return { state: "superseded", reason: "a later waiver replaced it" };
  if (waiver.revokedAt !== null) return { state: "revoked", reason: `was revoked at ${waiver.revokedAt}` };
  const expires = parseInstant(waiver.expiresAt);
  if (!expires)
    return { state: "error", reason: `its expiry "${waiver.expiresAt}" is not an RFC 3339 time with a zone` };
  const granted = parseInstant(waiver.grantedAt);
  if (!granted)
    return { state: "error", reason: `its grant "${waiver.grantedAt}" is not an RFC 3339 time with a zone` };
  if (!(expires > at)) return { state: "expired", reason: `expired at ${waiver.expiresAt}` };
  if (granted > at) return { state: "not_yet", reason: `is granted from ${waiver.grantedAt} on only` };
  return { state: "valid", reason: `is valid until ${waiver.expiresAt}` };
}

/** `waiverStanding`, and what policy and facts say: longest life, role of the granter, not granted by an author. */
export function waiverStandingFor(waiver: WaiverFact, policy: Policy, facts: Facts, at: Date): WaiverStanding {
  const standing = waiverStanding(waiver, at);
  if (standing.state !== "valid") return standing;
  const reason = voidReason(waiver, policy, facts);
  return reason ? { state: "void", reason } : standing;
}

function voidReason(waiver: WaiverFact, policy: Policy, facts: Facts): string | null {
  const { id, name, email } = waiver.grantedBy;
  if (name.trim() === "") return "names nobody who granted it";
  if (waiver.grantedBy.kind === "token") return "was granted by a token; only people grant waivers";
  if (waiver.grantedRole === null && facts.verified) return "was not granted in any role";
  if (waiver.grantedRole !== null && !policy.waiverRoles.includes(waiver.grantedRole)) {
    return `was granted in the role ${waiver.grantedRole}, which may not grant waivers`;
  }
  const expires = parseInstant(waiver.expiresAt);
  const granted = parseInstant(waiver.grantedAt);
  const lifeMs = expires && granted ? expires.getTime() - granted.getTime() : Number.POSITIVE_INFINITY;
  if (lifeMs > policy.maxWaiverDays * DAY_MS) return `lasts longer than ${policy.maxWaiverDays} days`;
  const bar = waivingBar({ id: id ?? "", name, email }, releaseParties(facts), "third");
  return bar ? `was granted by ${name}, who ${bar}` : null;
}

/**
 * Whether a waiver is about this part of a check. `finding` null is the check as a whole. A waiver of the whole check
 * is about each of its findings, unless `ownWaiverEach` asks for one waiver a finding.
 */
export function isAbout(waiver: WaiverFact, checkId: string, finding: string | null, ownWaiverEach = false): boolean {
  if (waiver.checkId !== checkId) return false;
  if (waiver.finding === null) return finding === null || !ownWaiverEach;
  return finding !== null && waiver.finding.trim().toLowerCase() === finding.trim().toLowerCase();
}
