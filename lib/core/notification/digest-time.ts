import { Temporal } from "temporal-polyfill";

/** The hour of a person's own day (0 to 23) at which the digest is sent, and the IANA zone of that day. */
export type DigestSchedule = { digestHour: number; timeZone: string };
export const USUAL_SCHEDULE: DigestSchedule = { digestHour: 8, timeZone: "UTC" };

/** A day of the person's calendar (`2026-03-29`) and the instant at which its digest is due. */
export type DigestSlot = { day: string; at: Date };

/** Whether a text names a time zone of the IANA database; an offset such as `+02:00` knows no summer and is none. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The latest slot that is not after `now`: what was held before it is due. One for each day of the person's calendar,
 * also on the days of 23 or 25 hours: an hour that is skipped is the one after it, an hour that comes twice is the first.
 */
export function latestDigestSlot({ digestHour, timeZone }: DigestSchedule, now: Date): DigestSlot {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const slot = slotOf(today, digestHour, timeZone);
  return slot.at <= now ? slot : slotOf(today.subtract({ days: 1 }), digestHour, timeZone);
}

function slotOf(day: Temporal.PlainDate, hour: number, timeZone: string): DigestSlot {
  const local = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) });
  return { day: day.toString(), at: new Date(local.epochMilliseconds) };
}

/** `29 Mar, 08:15` in that zone, for lines of a digest. */
export function localTime(at: Date, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${local.day} ${MONTHS[local.month - 1] ?? ""}, ${two(local.hour)}:${two(local.minute)}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
