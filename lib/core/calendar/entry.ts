import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { instantText } from "@/lib/core/instant";
import { parseWith } from "@/lib/core/parse";
import { type CalendarRule, calendarRule } from "./rule";

/** `window`: rollout is allowed in these times. `freeze`: no rollout in them. */
export const CALENDAR_KINDS = ["window", "freeze"] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** As much of a calendar's entry as says when it is in force. */
export type CalendarTimes = {
  kind: CalendarKind;
  /** IANA name, on whose wall clock the rule is read. */
  timeZone: string;
  rule: CalendarRule;
  /** RFC 3339; the entry applies from `validFrom` on and before `validUntil` (null: no end); ended before it began, never. */
  validFrom: string;
  validUntil: string | null;
};

/** Finding out costs more than all else of an entry, and there are some hundred zones only. */
const knownZones = new Set<string>();
const NAMED_ZONE = /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/;

/** An IANA name of a region, or UTC: an offset or an abbreviation knows nothing of daylight saving. */
export const timeZone = z.string().refine(isTimeZone, "must be the IANA name of a time zone, such as Europe/Berlin");

const times = z.object({
  kind: z.enum(CALENDAR_KINDS),
  timeZone,
  rule: calendarRule,
  validFrom: instantText,
  validUntil: instantText.nullable(),
});

/** Reads the times of an entry, or throws `invalid` naming the field, such as `rule.to` or `timeZone`. */
export function parseCalendarTimes(value: unknown): CalendarTimes {
  return parseWith(times, value, "calendar");
}

/** The times of an entry, or in words what cannot be read of them; never throws. */
export function readCalendarTimes(value: unknown): { times: CalendarTimes } | { fault: string } {
  try {
    return { times: parseCalendarTimes(value) };
  } catch (error) {
    const issue = error instanceof DomainError ? error.issues[0] : undefined;
    return { fault: issue ? `${issue.path} ${issue.message}` : "it is not a calendar entry" };
  }
}

function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  if (!NAMED_ZONE.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    knownZones.add(name);
    return true;
  } catch {
    return false;
  }
}
