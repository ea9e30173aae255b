import type { PersonActor } from "@/lib/core/access";
import { createCalendarEntry } from "@/lib/registry/calendar/create";
import { endCalendarEntry } from "@/lib/registry/calendar/end";
import { overrideFreeze } from "@/lib/registry/calendar/override";
import { confirmed } from "./tenant";

const HOUR_MS = 3_600_000;
const wallIn = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString().slice(0, 16);

/** A freeze, in UTC, that began an hour ago and ends in so many hours. */
export const freezeInput = (hours = 24, more: Record<string, unknown> = {}) => ({
  kind: "freeze",
  name: "Quarter end",
  reason: "The books are closed",
  timeZone: "UTC",
  rule: { repeats: "once", start: wallIn(-1), end: wallIn(hours) },
  ...more,
});

/** A window, in UTC, that opens in an hour at the earliest. */
export const laterWindowInput = (more: Record<string, unknown> = {}) => ({
  ...freezeInput(),
  kind: "window",
  name: "Later today",
  reason: "Support is there then",
  rule: { repeats: "once", start: wallIn(1), end: wallIn(3) },
  ...more,
});

/** A freeze that was overridden for the release, and is over, so that it holds up nothing else of the tenant. */
export async function calendarRecords(board: PersonActor, releaseId: string) {
  const { id: calendar } = await createCalendarEntry({ actor: board }, freezeInput());
  const request = { releaseId, calendarId: calendar, reason: "It mends the incident" };
  const { id: freezeOverride } = await overrideFreeze(confirmed(board), request);
  await endCalendarEntry({ actor: board }, { calendarId: calendar, reason: "The books are open again" });
  return { calendar, freezeOverride };
}
