import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import { calendarEntry } from "@/db/schema/calendar";
import { environment, service } from "@/db/schema/catalog";
import type { Actor } from "@/lib/core/access";
import { calendarRows } from "../gate/calendar-facts";
import { type Page, type PageRequest, planPage } from "../keyset";
import { read } from "../read";
import {
  type CalendarFilter,
  type CalendarRow,
  type CalendarView,
  calendarView,
  concerning,
  standingEntries,
} from "./view";

const PAGE_SIZE = 30;

/** Every window and freeze that is not over, in force or not. */
export async function listCalendars(actor: Actor, filter: CalendarFilter = {}) {
  return read(actor, async (tx, now) => {
    const rows = await standingEntries(tx, actor, filter, now);
    return { items: rows.map((row) => calendarView(row, now)), now: now.toISOString() };
  });
}

/** Entries that are over, the latest first. */
export async function endedCalendars(
  actor: Actor,
  request: PageRequest & CalendarFilter,
): Promise<Page<CalendarView> & { now: string }> {
  return read(actor, async (tx, now) => {
    const plan = planPage<CalendarRow>(
      request,
      { at: calendarEntry.validUntil, id: calendarEntry.id, order: "descending", size: PAGE_SIZE },
      ({ entry }) => ({ at: entry.validUntil ?? now, id: entry.id }),
    );
    const isOver = and(isNotNull(calendarEntry.validUntil), lte(calendarEntry.validUntil, now));
    const rows = await calendarRows(tx)
      .where(and(eq(calendarEntry.tenantId, actor.tenantId), isOver, concerning(request), plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const page = plan.pageOf(rows);
    return { ...page, items: page.items.map((row) => calendarView(row, now)), now: now.toISOString() };
  });
}

export type CalendarPlaces = { environments: { id: string; slug: string }[]; services: { id: string; slug: string }[] };

/** What an entry can be for: production environments in the order of promotion, and services. */
export async function calendarPlaces(actor: Actor): Promise<CalendarPlaces> {
  return read(actor, async (tx) => ({
    environments: await tx
      .select({ id: environment.id, slug: environment.slug })
      .from(environment)
      .where(and(eq(environment.tenantId, actor.tenantId), eq(environment.isProduction, true)))
      .orderBy(asc(environment.position), asc(environment.slug)),
    services: await tx
      .select({ id: service.id, slug: service.slug })
      .from(service)
      .where(eq(service.tenantId, actor.tenantId))
      .orderBy(asc(service.slug)),
  }));
}
