import type { Refusal } from "./refusal";

/** Signing asks for an identity proved within this time. */
export const FRESH_SECONDS = 120;
/** How long a confirmation may be under way. */
export const REQUEST_SECONDS = 600;
/** A provider's clock may differ this much from the database's. */
const SKEW_SECONDS = 30;

/**
 * Why an ID token's `auth_time` (seconds since 1970; OpenID Connect Core 1.0, section 2) is no proof of somebody who
 * signed in again because they were asked to at `requestedAt`; null when it is. A missing time is no proof.
 */
export function reauthenticationFault(
  authTime: unknown,
  { requestedAt, now }: { requestedAt: Date; now: Date },
): Refusal | null {
  const waited = (now.getTime() - requestedAt.getTime()) / 1000;
  if (!(waited >= 0 && waited <= REQUEST_SECONDS)) return "expired";
  if (typeof authTime !== "number") return "not-fresh";
  const age = now.getTime() / 1000 - authTime;
  const isFresh = age <= FRESH_SECONDS && age >= -SKEW_SECONDS;
  // Whole seconds: a sign-in of the same second as the request may seem to be before it.
  return isFresh && age <= waited + 1 + SKEW_SECONDS ? null : "not-fresh";
}
