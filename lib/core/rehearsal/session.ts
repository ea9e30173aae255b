import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { invalid } from "@/lib/core/errors";

const DAY_MS = 86_400_000;
const FURTHEST_DAYS = 400;
/** A drill this far from a planned session is not that session. */
const REACH_MS = 7 * DAY_MS;

export const SESSION_STATES = ["planned", "done", "missed", "cancelled"] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** A time as people agree on it: what their clocks show, and whose clocks. */
export const sessionTime = z.strictObject({
  localTime: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "must be a date and a time, such as 2026-03-30T10:00"),
  zone: z
    .string()
    .max(64)
    .regex(/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/, "must be a time zone, such as Europe/Berlin"),
});
export type SessionTime = z.output<typeof sessionTime>;

/**
 * The instant of a session that is planned at `at`. Throws `invalid` for an unknown zone, a date that does not exist, a
 * time that the zone's clocks skip, one that has passed and one more than 400 days away. Of a time that the clocks show
 * twice it is the first.
 */
export function planSession({ localTime, zone }: SessionTime, at: Date): Date {
  const local = attempt(() => Temporal.PlainDateTime.from(localTime), "localTime", "is no date and time that exists");
  const zoned = attempt(() => local.toZonedDateTime(zone), "zone", "is not a known time zone");
  if (!zoned.toPlainDateTime().equals(local)) {
    throw invalid("localTime", `does not exist in ${zone}: the clocks are put forward over it`);
  }
  const planned = new Date(zoned.epochMilliseconds);
  if (!(planned > at)) throw invalid("localTime", "must be in the future");
  if (planned.getTime() > at.getTime() + FURTHEST_DAYS * DAY_MS) {
    throw invalid("localTime", `must be at most ${FURTHEST_DAYS} days from now`);
  }
  return planned;
}

/** What the clocks of the zone show at an instant: `2026-03-30T10:00`. Throws for a zone that is unknown. */
export function localTimeOf(at: Date, zone: string): string {
  return zonedAt(at, zone).toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** Whether the day of a planned session, by its own clocks, is over at `at`. */
export function isDayOver({ plannedAt, zone }: { plannedAt: Date; zone: string }, at: Date): boolean {
  const nextDay = zonedAt(plannedAt, zone).toPlainDate().add({ days: 1 }).toZonedDateTime(zone);
  return at.getTime() >= nextDay.epochMilliseconds;
}

/**
 * The session that a drill which began at `startedAt` was: of the planned and the missed ones the nearest within seven
 * days, the earlier of two that are as near; null where none is.
 */
export function sessionOfDrill<S extends { plannedAt: Date; state: SessionState }>(
  sessions: readonly S[],
  startedAt: Date,
): S | null {
  const distance = ({ plannedAt }: S) => Math.abs(plannedAt.getTime() - startedAt.getTime());
  return (
    sessions
      .filter((session) => (session.state === "planned" || session.state === "missed") && distance(session) <= REACH_MS)
      .sort((one, other) => distance(one) - distance(other) || one.plannedAt.getTime() - other.plannedAt.getTime())
      .at(0) ?? null
  );
}

const zonedAt = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

function attempt<T>(read: () => T, path: string, message: string): T {
  try {
    return read();
  } catch {
    throw invalid(path, message);
  }
}
