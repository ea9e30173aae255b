import { and, asc, eq, gt, isNull, or, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { calendarEntry } from "@/db/schema/calendar";
import { environment, service } from "@/db/schema/catalog";
import type { Actor } from "@/lib/core/access";
import { readCalendarTimes } from "@/lib/core/calendar/entry";
import { isInForce, nextChange } from "@/lib/core/calendar/occurrences";
import { ruleSentence } from "@/lib/core/calendar/sentence";
import type { CalendarFact } from "@/lib/core/gate/facts";
import { calendarFact, calendarRows } from "../gate/calendar-facts";

/** Slugs; an entry for every environment or service concerns each one. */
export type CalendarFilter = { environment?: string; service?: string };
export type CalendarRow = Awaited<ReturnType<typeof calendarRows>>[number];
export type CalendarView = CalendarFact & {
  environmentId: string | null;
  serviceId: string | null;
  /** The rule for people, or what cannot be read of it. */
  sentence: string;
  /** Null: it cannot be read. */
  inForce: boolean | null;
  /** When it begins or ends to be in force next; null: never again. */
  nextChange: string | null;
  createdAt: string;
  createdBy: string;
  ended: { at: string; by: string; reason: string } | null;
};

/** A calendar is a handful of rules; more than these are not shown in one list. */
const MOST = 500;

/** Entries that are not over, by environment, service, kind and name. */
export async function standingEntries(tx: Tx, actor: Actor, filter: CalendarFilter, now: Date): Promise<CalendarRow[]> {
  const isStanding = or(isNull(calendarEntry.validUntil), gt(calendarEntry.validUntil, now));
  return calendarRows(tx)
    .where(and(eq(calendarEntry.tenantId, actor.tenantId), isStanding, concerning(filter)))
    .orderBy(asc(environment.position), asc(service.slug), asc(calendarEntry.kind), asc(calendarEntry.name))
    .limit(MOST);
}

export function concerning({ environment: to, service: of }: CalendarFilter): SQL | undefined {
  return and(
    to ? or(isNull(calendarEntry.environmentId), eq(environment.slug, to)) : undefined,
    of ? or(isNull(calendarEntry.serviceId), eq(service.slug, of)) : undefined,
  );
}

export function calendarView({ entry, ...slugs }: CalendarRow, now: Date): CalendarView {
  const fact = calendarFact(entry, slugs);
  const { environmentId, serviceId, endedAt } = entry;
  return {
    ...fact,
    environmentId,
    serviceId,
    ...standingOf(fact, now),
    createdAt: entry.createdAt.toISOString(),
    createdBy: entry.byName,
    ended: endedAt && { at: endedAt.toISOString(), by: entry.endedByName ?? "", reason: entry.endedReason ?? "" },
  };
}

function standingOf(fact: CalendarFact, now: Date): Pick<CalendarView, "sentence" | "inForce" | "nextChange"> {
  const read = readCalendarTimes(fact);
  if ("fault" in read) return { sentence: `Cannot be read: ${read.fault}`, inForce: null, nextChange: null };
  return {
    sentence: ruleSentence(read.times),
    inForce: isInForce(read.times, now),
    nextChange: nextChange(read.times, now)?.toISOString() ?? null,
  };
}
