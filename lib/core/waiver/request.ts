import { DomainError, invalid } from "@/lib/core/errors";
import type { Policy } from "@/lib/core/policy/model";
import { readSubject, type WaiverSubject, type WantedWaiver } from "./subject";

export const REQUEST_STATES = ["open", "granted", "denied", "withdrawn"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
/** `lapsed`: nobody decided while it could still be granted. */
export type RequestStanding = RequestState | "lapsed";

/** What was asked for, or granted: the check is always the same, the finding null for all of it. */
export type AskedWaiver = Pick<WaiverSubject, "finding" | "expiresAt"> & { checkId: string };

/**
 * Decides whether a waiver of this may be asked for at all: whoever may ask, an author included. Throws `forbidden`
 * where the policy allows none, and `invalid` for what could never be granted.
 */
export function planRequest(policy: Policy | null, wanted: WantedWaiver, at: Date): WaiverSubject {
  if (!policy) throw new DomainError("forbidden", "there is no gate policy that would allow a waiver");
  if (policy.disallowWaivers) throw new DomainError("forbidden", "the gate policy allows no waivers");
  return readSubject(policy, wanted, at);
}

/** What a request is at an instant. An open one lapses when its expiry has passed or its release has ended. */
export function requestStanding(
  request: { state: RequestState; expiresAt: Date; releaseEnded: boolean },
  at: Date,
): RequestStanding {
  if (request.state !== "open") return request.state;
  return request.releaseEnded || !(request.expiresAt > at) ? "lapsed" : "open";
}

/** Throws `invalid` for a grant that is wider, longer or about something else than what was asked. */
export function requireWithin(asked: AskedWaiver, granted: AskedWaiver): void {
  if (granted.checkId !== asked.checkId) throw invalid("checkId", `the request is about ${asked.checkId}`);
  if (asked.finding !== null && !isSameFinding(asked.finding, granted.finding)) {
    throw invalid("finding", `the request is about ${asked.finding} alone`);
  }
  if (granted.expiresAt > asked.expiresAt) {
    throw invalid("expiresAt", `must be at most what was asked, ${asked.expiresAt.toISOString()}`);
  }
}

/** Whether a grant would settle some of what was asked: the same check, and not another finding of it. */
export function isSameMatter(asked: AskedWaiver, granted: AskedWaiver): boolean {
  if (asked.checkId !== granted.checkId) return false;
  return asked.finding === null || granted.finding === null || isSameFinding(asked.finding, granted.finding);
}

export type Narrowing = { field: "finding"; asked: string | null; granted: string | null };
export type Shortening = { field: "expiresAt"; asked: string; granted: string };

/** In what a grant is less than what was asked, for people to see; empty when it is the same. */
export function differenceOf(asked: AskedWaiver, granted: AskedWaiver): (Narrowing | Shortening)[] {
  const narrower: Narrowing[] =
    asked.finding === null && granted.finding !== null
      ? [{ field: "finding", asked: asked.finding, granted: granted.finding }]
      : [];
  const [wanted, given] = [asked.expiresAt, granted.expiresAt];
  const shorter: Shortening[] =
    given < wanted ? [{ field: "expiresAt", asked: wanted.toISOString(), granted: given.toISOString() }] : [];
  return [...narrower, ...shorter];
}

function isSameFinding(one: string, other: string | null): boolean {
  return other !== null && one.trim().toLowerCase() === other.trim().toLowerCase();
}
