import { z } from "zod";
import { ROLES, type Role, rolesWith } from "@/lib/core/access";
import { DomainError, fieldPath, invalid } from "@/lib/core/errors";
import { CALENDAR_KINDS, type CalendarTimes, parseCalendarTimes, timeZone } from "./entry";
import { isInForce, nextOccurrence, type Occurrence, occurrenceAt } from "./occurrences";
import { calendarRule, wallTime } from "./rule";
import { instantOfText } from "./wall";

/** Who overrides a freeze where nobody says otherwise. */
export const USUAL_OVERRIDERS: readonly Role[] = ["change-board"];

/** An entry as somebody writes it: its validity on the wall clock of its zone. */
export const calendarDraft = z.strictObject({
  kind: z.enum(CALENDAR_KINDS),
  name: z.string().trim().min(1, "must not be empty").max(200),
  reason: z.string().trim().min(1, "say why").max(2000),
  timeZone,
  rule: calendarRule,
  /** Left out: from now on. */
  validFrom: wallTime.optional(),
  /** Left out: until it is ended. */
  validUntil: wallTime.optional(),
  /** Left out: the change board. */
  overridableBy: z
    .array(z.enum(ROLES))
    .refine((roles) => new Set(roles).size === roles.length, "must not name a role twice")
    .optional(),
});
export type CalendarDraft = z.output<typeof calendarDraft>;
export type CalendarPlan = CalendarTimes & { overridableBy: Role[] };

/**
 * What is stored of a draft at `at`. Throws `invalid` naming the field: a validity that is over or starts in the past, an
 * entry that would never be in force, roles that may not override freezes, or any for a window.
 */
export function planEntry(draft: CalendarDraft, at: Date): CalendarPlan {
  const times = parseCalendarTimes({
    kind: draft.kind,
    timeZone: draft.timeZone,
    rule: draft.rule,
    validFrom: validFromOf(draft, at).toISOString(),
    validUntil: validUntilOf(draft)?.toISOString() ?? null,
  });
  if (times.validUntil !== null && !(Date.parse(times.validUntil) > Date.parse(times.validFrom))) {
    throw invalid("validUntil", "must be later than now, and than the day from which the entry is valid");
  }
  const from = new Date(times.validFrom);
  if (!isInForce(times, from) && nextOccurrence(times, from) === null) {
    throw invalid("rule", "would never be in force within the time in which the entry is valid");
  }
  return { ...times, overridableBy: overridersOf(draft) };
}

function validFromOf({ validFrom, timeZone: zone }: CalendarDraft, at: Date): Date {
  if (validFrom === undefined) return at;
  const from = instantOfText(validFrom, zone, "earlier");
  // A field of minutes names the current one.
  if (at.getTime() - from.getTime() >= 60_000) throw invalid("validFrom", "must not be in the past");
  return from < at ? at : from;
}

function validUntilOf({ validUntil, timeZone: zone }: CalendarDraft): Date | null {
  return validUntil === undefined ? null : instantOfText(validUntil, zone, "later");
}

function overridersOf({ kind, overridableBy }: CalendarDraft): Role[] {
  if (kind === "window") {
    if (overridableBy?.length) throw invalid("overridableBy", "a window is not overridden; its check can be waived");
    return [];
  }
  const able = rolesWith("freeze:override");
  const unable = overridableBy?.find((role) => !able.includes(role));
  if (unable) throw invalid("overridableBy", `${unable} may not override freezes; choose from ${able.join(", ")}`);
  return [...(overridableBy ?? USUAL_OVERRIDERS)];
}

/** The next times in which a draft would be in force, at most `count`, or what is wrong with it, by field. Never throws. */
export function previewOf(
  draft: unknown,
  at: Date,
  count: number,
): { occurrences: Occurrence[]; times: CalendarTimes } | { faults: Record<string, string> } {
  const read = calendarDraft.safeParse(draft);
  if (!read.success) return { faults: faultsAt(read.error.issues) };
  try {
    const times = planEntry(read.data, at);
    return { occurrences: following(times, at, count), times };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { faults: Object.fromEntries(error.issues.map(({ path, message }) => [path, message])) };
  }
}

function faultsAt(issues: readonly z.core.$ZodIssue[]): Record<string, string> {
  return Object.fromEntries(issues.map(({ path, message }) => [fieldPath(path), message]));
}

/** The occurrence that `at` lies in, if any, and those after it, at most `count`. */
export function following(times: CalendarTimes, at: Date, count: number): Occurrence[] {
  const found: Occurrence[] = [];
  let next = occurrenceAt(times, at) ?? nextOccurrence(times, at);
  while (next && found.length < count) {
    found.push(next);
    next = nextOccurrence(times, next.start);
  }
  return found;
}
