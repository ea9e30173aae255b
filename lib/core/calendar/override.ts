import type { Role } from "@/lib/core/access";
import { waivingBar } from "@/lib/core/approval/bar";
import type { InvolvedParty, Person } from "@/lib/core/approval/parties";
import { DomainError, invalid } from "@/lib/core/errors";
import type { CalendarFact, FreezeOverrideFact } from "@/lib/core/gate/facts";
import { parseInstant } from "@/lib/core/instant";
import { parseCalendarTimes } from "./entry";
import { type Occurrence, occurrenceAt } from "./occurrences";
import { concerns, type Place } from "./scope";

/** What a freeze keeps from shipping now. */
export type Frozen = { freeze: CalendarFact; occurrence: Occurrence };

/** Whether an override is for this release and this occurrence of the freeze, whatever it is worth. */
export function isForOccurrence(override: FreezeOverrideFact, frozen: Frozen, releaseId: string | null): boolean {
  const start = parseInstant(override.occurrenceStart);
  return (
    override.calendarId === frozen.freeze.id &&
    override.releaseId !== null &&
    override.releaseId === releaseId &&
    start?.getTime() === frozen.occurrence.start.getTime()
  );
}

/**
 * Why an override does not lift the freeze at `at`, in the third person ("was revoked …"), or null when it does. Only a
 * named person's counts, in a role that the freeze lets override, who did not make the release.
 */
export function whyNotOverridden(
  override: FreezeOverrideFact,
  { freeze }: Frozen,
  parties: readonly InvolvedParty[],
  at: Date,
): string | null {
  const { grantedBy, grantedRole } = override;
  if (override.revokedAt !== null) return `was revoked at ${override.revokedAt}`;
  const [granted, expires] = [parseInstant(override.grantedAt), parseInstant(override.expiresAt)];
  if (!granted || !expires) return "has a time that cannot be read";
  if (granted > at) return `is granted from ${override.grantedAt} on only`;
  if (!(expires > at)) return `expired at ${override.expiresAt}`;
  if (grantedBy.kind === "token") return "was granted by a token; only people override freezes";
  if (grantedBy.name.trim() === "") return "names nobody who granted it";
  if (grantedRole === null || !freeze.overridableBy.includes(grantedRole)) {
    return `was granted in ${grantedRole ? `the role ${grantedRole}` : "no role"}, which may not override this freeze`;
  }
  const person = { id: grantedBy.id ?? "", name: grantedBy.name, email: grantedBy.email };
  const bar = waivingBar(person, parties, "third");
  return bar ? `was granted by ${grantedBy.name}, who ${bar}` : null;
}

/** Why this person may not override the freeze for the release, speaking to them, or null when they may. */
export function overridingBar(
  freeze: Pick<CalendarFact, "overridableBy">,
  person: Person & { roles: readonly Role[] },
  parties: readonly InvolvedParty[],
): string | null {
  const { overridableBy } = freeze;
  if (overridableBy.length === 0) return "Nobody may override this freeze.";
  if (!overridableBy.some((role) => person.roles.includes(role))) {
    return `Overriding this freeze takes ${overridableBy.join(" or ")}.`;
  }
  const bar = waivingBar(person, parties);
  return bar ? `${bar}, so somebody else has to override the freeze.` : null;
}

export type OverrideRequest = {
  freeze: CalendarFact;
  place: Place;
  /** RFC 3339 with a zone; null: the end of the occurrence. */
  expiresAt: string | null;
  /** Now, by the database's clock. */
  at: Date;
  granter: Person & { roles: readonly Role[] };
  /** From `releaseParties`. */
  parties: readonly InvolvedParty[];
};
export type OverridePlan = { occurrence: Occurrence; expiresAt: Date; grantedRole: Role };

/**
 * Decides whether a freeze may be overridden for a release. Throws `invalid` where the entry is no freeze of the
 * release or the expiry is unreadable, over, or later than the freeze's end; `conflict` where it is not in force;
 * `forbidden` where this person may not.
 */
export function planOverride({ freeze, place, expiresAt, at, granter, parties }: OverrideRequest): OverridePlan {
  if (freeze.kind !== "freeze") throw invalid("calendarId", "is a rollout window, not a freeze");
  if (!concerns(freeze, place)) throw invalid("calendarId", "is a freeze that does not concern this release");
  const bar = overridingBar(freeze, granter, parties);
  const grantedRole = freeze.overridableBy.find((role) => granter.roles.includes(role));
  if (bar || !grantedRole) throw new DomainError("forbidden", bar ?? "Nobody may override this freeze.");
  if (granter.id.trim() === "" || granter.name.trim() === "") {
    throw new DomainError("forbidden", "An override needs a named person who grants it.");
  }
  const occurrence = occurrenceAt(parseCalendarTimes(freeze), at);
  if (!occurrence) throw new DomainError("conflict", `The freeze "${freeze.name}" is not in force now.`);
  return { occurrence, expiresAt: readExpiry(expiresAt, occurrence, at), grantedRole };
}

function readExpiry(text: string | null, { end }: Occurrence, at: Date): Date {
  if (text === null) return end;
  const expires = parseInstant(text);
  if (!expires) throw invalid("expiresAt", "must be an RFC 3339 time with a zone, such as 2025-10-01T12:00:00Z");
  if (!(expires > at)) throw invalid("expiresAt", "must be in the future");
  if (expires > end) throw invalid("expiresAt", `must not be after the end of the freeze, ${end.toISOString()}`);
  return expires;
}
