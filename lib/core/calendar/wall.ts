import { Temporal } from "temporal-polyfill";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * The instant (epoch milliseconds) at which a zone's wall clock shows this local time. A local time that daylight saving
 * leaves out is the first moment after it; of one that comes twice, `edge` says which.
 */
export function instantOf(wall: Temporal.PlainDateTime, timeZone: string, edge: "earlier" | "later"): number {
  const shown = wall.toZonedDateTime(timeZone, { disambiguation: edge });
  if (shown.toPlainDateTime().equals(wall)) return shown.epochMilliseconds;
  const before = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  return before.getTimeZoneTransition("next")?.epochMilliseconds ?? shown.epochMilliseconds;
}

/** The same for a local time in text, such as "2026-12-20T18:00", which must be one. */
export function instantOfText(wall: string, timeZone: string, edge: "earlier" | "later"): Date {
  return new Date(instantOf(Temporal.PlainDateTime.from(wall), timeZone, edge));
}

/** What the zone's wall clock shows at an instant, as a field for local times writes it: "2026-12-20T18:00". */
export function wallFieldAt(at: Date, timeZone: string): string {
  const shown = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return shown.toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** The date that the zone's calendar shows at an instant. */
export function dateAt(epochMs: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** An instant on the zone's wall clock, for people: "Mon 8 Jun 2026 08:00 Europe/Berlin". */
export function wallText(at: Date, timeZone: string): string {
  return `${dayText(at, timeZone)} ${clockText(at, timeZone)} ${timeZone}`;
}

/** "Mon 8 Jun 2026", the day in the zone. */
export function dayText(at: Date, timeZone: string): string {
  const { dayOfWeek, day, month, year } = dateAt(at.getTime(), timeZone);
  return `${DAYS[dayOfWeek - 1]} ${day} ${MONTHS[month - 1]} ${year}`;
}

/** "08:00", the time of day in the zone. */
export function clockText(at: Date, timeZone: string): string {
  return wallFieldAt(at, timeZone).slice(-5);
}
