import { z } from "zod";
import { invalid } from "@/lib/core/errors";

const DAY_MS = 86_400_000;
/** The shortest month: a policy that asks for less time than this has no monthly programme. */
const SHORTEST_MONTH_DAYS = 28;

/** Each month by a day (31 is the last day of a shorter month), or so many days after the last that passed. */
export const cadence = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("monthly"), day: z.int().min(1).max(31) }),
  z.strictObject({ kind: z.literal("interval"), days: z.int().min(1).max(3650) }),
]);
export type Cadence = z.output<typeof cadence>;
export type Programme = { cadence: Cadence; since: Date };

/**
 * When the next rehearsal is due: at the latest at the instant `dueAt` (RFC 3339), which lies on the day `dueOn`
 * (YYYY-MM-DD, UTC). `policy`: the gate's age limit comes before the programme's own date, or there is no programme.
 */
export type NextDue = { dueAt: string; dueOn: string; basis: "programme" | "policy" };

/** Throws `invalid` for a programme that asks for rehearsals less often than the policy's age limit in days does. */
export function checkCadence(wanted: Cadence, maxAgeDays: number): void {
  const rule = `the policy in force lets a rehearsal be at most ${maxAgeDays} days old`;
  if (wanted.kind === "interval" && wanted.days > maxAgeDays) throw invalid("cadence.days", rule);
  if (wanted.kind === "monthly" && maxAgeDays < SHORTEST_MONTH_DAYS) throw invalid("cadence.kind", rule);
}

/**
 * The next due date of one service in one environment, or null without a programme and before any has passed. It is a
 * matter of the record alone: a date that has gone by stays due until a rehearsal passes. One that passed in the month
 * up to a date, that day included, is that date's; the next date is then the one after it.
 */
export function nextDue(programme: Programme | null, lastPassed: Date | null, maxAgeDays: number): NextDue | null {
  const byPolicy = lastPassed ? new Date(lastPassed.getTime() + maxAgeDays * DAY_MS) : null;
  const byProgramme = programme ? programmeDue(programme, lastPassed) : null;
  if (byProgramme && !(byPolicy && byPolicy < byProgramme)) return dueOf(byProgramme, "programme");
  return byPolicy && dueOf(byPolicy, "policy");
}

const dueOf = (at: Date, basis: NextDue["basis"]): NextDue => ({
  dueAt: at.toISOString(),
  dueOn: at.toISOString().slice(0, 10),
  basis,
});

function programmeDue({ cadence: every, since }: Programme, lastPassed: Date | null): Date {
  if (every.kind === "interval") return new Date((lastPassed ?? since).getTime() + every.days * DAY_MS);
  const first = dateOnOrAfter(since, every.day);
  if (!lastPassed) return first;
  const met = dateOnOrAfter(lastPassed, every.day);
  const next = dayOfMonth(met.getUTCFullYear(), met.getUTCMonth() + 1, every.day);
  return new Date(Math.max(next.getTime(), first.getTime()));
}

/** The programme's first date that has not gone by at an instant; a date lasts until the end of its day. */
function dateOnOrAfter(at: Date, day: number): Date {
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  const thisMonth = dayOfMonth(year, month, day);
  return at <= thisMonth ? thisMonth : dayOfMonth(year, month + 1, day);
}

/** The last millisecond, in UTC, of a day of a month (counted from 0, may run over); the month's last day at most. */
function dayOfMonth(year: number, month: number, day: number): Date {
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, lastDay) + 1) - 1);
}
