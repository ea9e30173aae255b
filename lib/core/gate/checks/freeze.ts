import { waivingBar } from "@/lib/core/approval/bar";
import { compareText } from "@/lib/core/approval/counting";
import { occurrenceAt } from "@/lib/core/calendar/occurrences";
import { type Frozen, isForOccurrence, whyNotOverridden } from "@/lib/core/calendar/override";
import { faultsOf, freezesFor, readable } from "@/lib/core/calendar/scope";
import { wallText } from "@/lib/core/calendar/wall";
import type { Context } from "../context";
import { calendarsCure, cureOf, peopleWith } from "../cures";
import type { CalendarFact, FreezeOverrideFact } from "../facts";
import { type Cure, type Frame, fallsShort, type Judgement, notKnown, type Part, passes, whole } from "../judgement";

/** No freeze that concerns the release is in force, or each one is overridden for it. For entry to production only. */
export function rolloutFreeze(context: Context): Judgement {
  const { calendars, release, at } = context;
  const frame: Frame = { threshold: "none in force", unit: null, owner: "change-board" };
  if (!release.isProduction) return passes(frame, "not production");
  const mend = calendarsCure(context);
  if (!calendars.known) return notKnown(frame, calendars, cureOf(calendars, mend));
  const freezes = freezesFor(calendars.value, release, at);
  const faults = faultsOf(freezes);
  if (faults.length > 0) {
    return fallsShort(frame, { outcome: "error", observed: null, details: faults, parts: whole(mend) });
  }
  const frozen = readable(freezes)
    .flatMap(({ fact, times }): Frozen[] => {
      const occurrence = occurrenceAt(times, at);
      return occurrence ? [{ freeze: fact, occurrence }] : [];
    })
    .sort((one, other) => compareText(one.freeze.id, other.freeze.id));
  return frozen.length === 0 ? passes(frame, "none in force") : judgeFrozen(context, frame, frozen);
}

function judgeFrozen(context: Context, frame: Frame, frozen: readonly Frozen[]): Judgement {
  const { freezeOverrides, release, at, parties } = context;
  if (!freezeOverrides.known) {
    const again: Cure = { ...calendarsCure(context), action: "Look up the freeze overrides again" };
    return notKnown(frame, freezeOverrides, cureOf(freezeOverrides, again));
  }
  const judged = frozen.map((each) => {
    const tried = freezeOverrides.value
      .filter((override) => isForOccurrence(override, each, release.id))
      .map((override) => ({ override, fault: whyNotOverridden(override, each, parties, at) }))
      .sort((one, other) => compareText(one.override.id, other.override.id));
    return { ...each, tried, standing: tried.find(({ fault }) => fault === null)?.override };
  });
  const first = judged.find(({ standing }) => !standing) ?? judged[0];
  const withEvidence: Frame = { ...frame, evidence: first ? freezeEvidence(first.freeze) : null };
  const blocking = judged.filter(({ standing }) => !standing);
  if (blocking.length === 0) {
    return passes(withEvidence, judged.map(({ freeze, standing }) => overriddenText(freeze, standing)).join("; "));
  }
  return fallsShort(withEvidence, {
    outcome: "fail",
    observed: blocking.map(({ freeze }) => freeze.name).join(", "),
    details: blocking.flatMap((each) => [
      frozenText(each),
      whoMay(context, each.freeze),
      ...each.tried.map(({ override, fault }) => `the override of ${override.grantedBy.name} ${fault}`),
    ]),
    parts: blocking.map((each) => frozenPart(context, each)),
  });
}

function freezeEvidence({ id, name, validFrom }: CalendarFact) {
  return { kind: "calendar", id, label: name, at: validFrom } as const;
}

function overriddenText({ name }: CalendarFact, override: FreezeOverrideFact | undefined): string {
  return `${name} overridden by ${override?.grantedBy.name} until ${override?.expiresAt}`;
}

function frozenText({ freeze, occurrence }: Frozen): string {
  const until = `${wallText(occurrence.end, freeze.timeZone)} (${occurrence.end.toISOString()})`;
  return `${freeze.name} until ${until}: ${freeze.reason}`;
}

function whoMay(context: Context, { overridableBy }: CalendarFact): string {
  if (overridableBy.length === 0) return "nobody may override it";
  const people = overriders(context, overridableBy);
  const named = people.length > 0 ? people.join(", ") : "nobody now";
  return `may be overridden by ${overridableBy.join(" or ")}: ${named}`;
}

function overriders({ facts, parties }: Context, overridableBy: CalendarFact["overridableBy"]): string[] {
  const able = facts.approvers.filter(
    ({ personId, name, email, roles }) =>
      roles.some((role) => overridableBy.includes(role)) && waivingBar({ id: personId, name, email }, parties) === null,
  );
  return [...new Set(able.map(({ name }) => name))].sort(compareText);
}

function frozenPart(context: Context, { freeze, occurrence }: Frozen): Part {
  const { id, name, overridableBy } = freeze;
  const ends = occurrence.end.toISOString();
  const waiting = "release-engineer" as const;
  const action = `Wait until the freeze ${name} ends at ${ends}`;
  const wait: Cure = { key: `wait:${id}`, action, owner: waiting, people: peopleWith(context, waiting) };
  const people = overriders(context, overridableBy);
  const [owner] = overridableBy;
  if (!owner || people.length === 0) return { finding: id, cures: [wait] };
  const override = `Override the freeze ${name}, or wait until it ends at ${ends}`;
  return { finding: id, cures: [{ key: `override:${id}`, action: override, owner, people }, wait] };
}
