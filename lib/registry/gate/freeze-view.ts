import { can, type PersonActor, type Role } from "@/lib/core/access";
import { releaseParties } from "@/lib/core/approval/parties";
import { occurrenceAt } from "@/lib/core/calendar/occurrences";
import { isForOccurrence, overridingBar, whyNotOverridden } from "@/lib/core/calendar/override";
import { freezesFor, readable } from "@/lib/core/calendar/scope";
import type { Facts } from "@/lib/core/gate/facts";

export type OverrideView = {
  id: string;
  by: string;
  role: Role | null;
  reason: string;
  grantedAt: string;
  expiresAt: string;
};
/** A freeze that is in force for a release, and what the reader can do about it. */
export type FreezeView = {
  calendarId: string;
  name: string;
  reason: string;
  timeZone: string;
  endsAt: string;
  overridableBy: Role[];
  /** Why the reader may not override it; null when they may. */
  bar: string | null;
  /** Overrides that stand. */
  overrides: OverrideView[];
  mayRevoke: boolean;
};

/** The freezes that are in force for entry to production at `at`. */
export function freezeViews(facts: Facts, actor: PersonActor, isEnded: boolean, at: Date): FreezeView[] {
  const { release, calendars, freezeOverrides } = facts;
  if (!release.isProduction || calendars.state !== "found") return [];
  const parties = releaseParties(facts);
  const mayOverride = can(actor, "freeze:override");
  return readable(freezesFor(calendars.value, release, at)).flatMap(({ fact, times }) => {
    const occurrence = occurrenceAt(times, at);
    if (!occurrence) return [];
    const frozen = { freeze: fact, occurrence };
    const overrides = (freezeOverrides.state === "found" ? freezeOverrides.value : []).filter(
      (override) =>
        isForOccurrence(override, frozen, release.id) && whyNotOverridden(override, frozen, parties, at) === null,
    );
    const ended = isEnded ? "This release has ended." : null;
    return [
      {
        calendarId: fact.id,
        name: fact.name,
        reason: fact.reason,
        timeZone: fact.timeZone,
        endsAt: occurrence.end.toISOString(),
        overridableBy: fact.overridableBy,
        bar:
          ended ?? overridingBar(fact, actor, parties) ?? (mayOverride ? null : "Your roles may not override freezes."),
        overrides: overrides.map(({ id, grantedBy, grantedRole, reason, grantedAt, expiresAt }) => ({
          ...{ id, by: grantedBy.name, role: grantedRole, reason, grantedAt, expiresAt },
        })),
        mayRevoke: mayOverride && !isEnded,
      },
    ];
  });
}
