import { and, eq, gte, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { rehearsalSession } from "@/db/schema/rehearsal-programme";
import type { Actor } from "@/lib/core/access";
import { readCalendarTimes } from "@/lib/core/calendar/entry";
import { occurrences } from "@/lib/core/calendar/occurrences";
import type { CalendarFact } from "@/lib/core/gate/facts";
import { calendarFact } from "../gate/calendar-facts";
import { read } from "../read";
import { sessionViews } from "../rehearsal/sessions";
import { type CalendarFilter, standingEntries } from "./view";

export type OccurrenceView = Pick<
  CalendarFact,
  "id" | "kind" | "name" | "reason" | "environment" | "service" | "timeZone"
> & { start: string; end: string };
/** A rollback rehearsal that is planned. */
export type RehearsalView = {
  id: string;
  kind: "rehearsal";
  service: string;
  environment: string;
  leadName: string | null;
  start: string;
};
export type CalendarItem = OccurrenceView | RehearsalView;
export type Upcoming<T> = {
  items: T[];
  /** Names of entries of which nothing can be said. */
  unreadable: string[];
  now: string;
};

const DAY_MS = 86_400_000;

/** Windows, freezes and planned rehearsals of the next `days`, in order, from what is open or in force now on. */
export async function upcomingItems(
  actor: Actor,
  filter: CalendarFilter,
  days: number,
): Promise<Upcoming<CalendarItem>> {
  return read(actor, async (tx, now) => {
    const facts = await standingFacts(tx, actor, filter, now);
    const until = new Date(now.getTime() + days * DAY_MS);
    return {
      items: [
        ...facts.flatMap((fact) => occurrencesOf(fact, now, until)),
        ...(await plannedRehearsals(tx, actor, filter, now, until)),
      ].sort(byStart),
      unreadable: facts.filter((fact) => "fault" in readCalendarTimes(fact)).map(({ name }) => name),
      now: now.toISOString(),
    };
  });
}

/** Freezes that are in force now, wherever, those first that last longest. */
export async function freezesInForce(actor: Actor): Promise<Upcoming<OccurrenceView>> {
  return read(actor, async (tx, now) => {
    const facts = (await standingFacts(tx, actor, {}, now)).filter(({ kind }) => kind === "freeze");
    const inForce = facts.flatMap((fact) => occurrencesOf(fact, now, new Date(now.getTime() + 1)));
    return {
      items: inForce.sort((one, other) => other.end.localeCompare(one.end)),
      unreadable: facts.filter((fact) => "fault" in readCalendarTimes(fact)).map(({ name }) => name),
      now: now.toISOString(),
    };
  });
}

async function standingFacts(tx: Tx, actor: Actor, filter: CalendarFilter, now: Date): Promise<CalendarFact[]> {
  const rows = await standingEntries(tx, actor, filter, now);
  return rows.map(({ entry, ...slugs }) => calendarFact(entry, slugs));
}

function occurrencesOf(fact: CalendarFact, from: Date, to: Date): OccurrenceView[] {
  const times = readCalendarTimes(fact);
  if ("fault" in times) return [];
  const { id, kind, name, reason, timeZone } = fact;
  return occurrences(times.times, from, to).map(({ start, end }) => ({
    ...{ id, kind, name, reason, timeZone, environment: fact.environment, service: fact.service },
    start: start.toISOString(),
    end: end.toISOString(),
  }));
}

async function plannedRehearsals(
  tx: Tx,
  { tenantId }: Actor,
  { environment: to, service: of }: CalendarFilter,
  from: Date,
  until: Date,
): Promise<RehearsalView[]> {
  const { plannedAt, state } = rehearsalSession;
  const place = and(to ? eq(environment.slug, to) : undefined, of ? eq(service.slug, of) : undefined);
  const planned = and(eq(state, "planned"), gte(plannedAt, from), lt(plannedAt, until), place);
  const sessions = await sessionViews(tx, tenantId, planned);
  return sessions.map((session) => {
    const { id, leadName } = session;
    const at = { service: session.service, environment: session.environment, start: session.plannedAt };
    return { id, kind: "rehearsal", leadName, ...at };
  });
}

function byStart(one: CalendarItem, other: CalendarItem): number {
  return one.start.localeCompare(other.start) || one.kind.localeCompare(other.kind) || one.id.localeCompare(other.id);
}
