import { Temporal } from "temporal-polyfill";
import { lastWholeWeek, type Week, weekText } from "@/lib/core/week";

/** Weekday as ISO 8601 has it (1 is Monday), hour of that day (0 to 23), and the IANA zone of that day. */
export type ReportSchedule = { weekday: number; hour: number; timeZone: string };
export const USUAL_REPORT_SCHEDULE: ReportSchedule = { weekday: 1, hour: 8, timeZone: "UTC" };

/**
 * The latest slot that is not after `now`. One for each week of that zone's calendar, also in the weeks in which clocks
 * change: an hour that is skipped is the one after it, an hour that comes twice is the first. Pure.
 */
export function latestReportSlot({ weekday, hour, timeZone }: ReportSchedule, now: Date): Date {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const day = today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 });
  const slot = slotOn(day, hour, timeZone);
  return slot <= now ? slot : slotOn(day.subtract({ days: 7 }), hour, timeZone);
}

/** The next slot after `now`. */
export function nextReportSlot({ weekday, hour, timeZone }: ReportSchedule, now: Date): Date {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const day = today.add({ days: (weekday - today.dayOfWeek + 7) % 7 });
  const slot = slotOn(day, hour, timeZone);
  return slot > now ? slot : slotOn(day.add({ days: 7 }), hour, timeZone);
}

function slotOn(day: Temporal.PlainDate, hour: number, timeZone: string): Date {
  const local = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) });
  return new Date(local.epochMilliseconds);
}

/** The week that a report of that slot is of: the last one that was over then. */
export const reportedWeek = (slot: Date): Week => lastWholeWeek(slot);

export type ScheduleState = ReportSchedule & { enabled: boolean; changedAt: Date; sentFor: Date | null };

/**
 * The slot whose report is to be sent at `now`, or null: none is due, it was sent, or it fell before the schedule was last
 * changed, for whoever turns it on on a Wednesday does not ask for Monday's.
 */
export function dueReportSlot(state: ScheduleState, now: Date): Date | null {
  if (!state.enabled) return null;
  const slot = latestReportSlot(state, now);
  if (slot < state.changedAt || (state.sentFor !== null && slot <= state.sentFor)) return null;
  return slot;
}

/** The same report is told once to everybody, however often its slot is found due. */
export const reportKey = (slot: Date): string => `weekly-report:${weekText(reportedWeek(slot))}`;
