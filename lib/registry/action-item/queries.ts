import { and, asc, eq, exists, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import { incident } from "@/db/schema/incident";
import { membership, person } from "@/db/schema/tenant";
import type { Actor, PersonActor } from "@/lib/core/access";
import { type Page, type PageRequest, planPage } from "../keyset";
import { read } from "../read";
import { type ActionItemFilter, matching, withinReach } from "./filter";
import { type ActionItemSummary, type ItemRow, itemsWhere, summaryOf } from "./view";

const PAGE_SIZE = 50;
const LARGEST_PAGE = 500;

/** Action items, those that are due first before the others. */
export async function listActionItems(
  actor: Actor,
  filter: ActionItemFilter,
  request: PageRequest & { size?: number } = {},
): Promise<Page<ActionItemSummary> & { now: string }> {
  return read(actor, async (tx, now) => {
    const page = await pageOf(tx, actor, filter, { request, now });
    return { ...page, items: page.items.map((row) => summaryOf(row, now)), now: now.toISOString() };
  });
}

/** One page of rows, for whoever shows more of them than a line. */
export async function pageOf(
  tx: Tx,
  actor: Actor,
  filter: ActionItemFilter,
  { request, now }: { request: PageRequest & { size?: number }; now: Date },
): Promise<Page<ItemRow>> {
  const size = Math.min(request.size ?? PAGE_SIZE, LARGEST_PAGE);
  const plan = planPage<ItemRow>(
    request,
    { at: actionItem.dueAt, id: actionItem.id, order: "ascending", size },
    ({ item }) => ({ at: item.dueAt, id: item.id }),
  );
  const rows = await itemsWhere(tx, actor.tenantId, and(matching(filter, now), withinReach(actor), plan.where))
    .orderBy(...plan.orderBy)
    .limit(plan.limit);
  return plan.pageOf(rows);
}

/** Everything that follows from an incident and from those that were merged into it, those due first first. */
export async function itemsOfIncident(
  actor: Actor,
  incidentId: string,
): Promise<{ items: ActionItemSummary[]; now: string }> {
  return read(actor, async (tx, now) => {
    const merged = tx
      .select({ id: incident.id })
      .from(incident)
      .where(
        and(
          eq(incident.tenantId, actionItem.tenantId),
          eq(incident.id, actionItem.originId),
          eq(incident.mergedIntoId, incidentId),
        ),
      );
    const follows = and(eq(actionItem.originKind, "incident"), or(eq(actionItem.originId, incidentId), exists(merged)));
    return shown(tx, actor, { where: follows, most: LARGEST_PAGE }, now);
  });
}

/** Of each kind of due items, those due first. */
const MOST_DUE = 50;

/**
 * Open items of the reader; then those of others that are overdue, and what follows from incidents until it is done.
 * Two lists, so that many of others never hide one of the reader's.
 */
export async function dueActionItems(
  actor: PersonActor,
): Promise<{ own: ActionItemSummary[]; others: ActionItemSummary[]; now: string }> {
  return read(actor, async (tx, now) => {
    const isOwn = eq(actionItem.ownerId, actor.id);
    const isPressing = or(
      eq(actionItem.originKind, "incident"),
      sql`${actionItem.dueAt} < ${now.toISOString()}::timestamptz`,
    );
    const isOthers = and(or(isNull(actionItem.ownerId), ne(actionItem.ownerId, actor.id)), isPressing);
    const open = (where: SQL | undefined) => ({ where: and(eq(actionItem.state, "open"), where), most: MOST_DUE });
    const own = await shown(tx, actor, open(isOwn), now);
    const others = await shown(tx, actor, open(isOthers), now);
    return { own: own.items, others: others.items, now: now.toISOString() };
  });
}

async function shown(tx: Tx, actor: Actor, { where, most }: { where: SQL | undefined; most: number }, now: Date) {
  const rows = await itemsWhere(tx, actor.tenantId, where)
    .orderBy(asc(actionItem.dueAt), asc(actionItem.id))
    .limit(most);
  return { items: rows.map((row) => summaryOf(row, now)), now: now.toISOString() };
}

export type PersonChoice = { id: string; name: string };
const MOST_PEOPLE = 500;

/** People to whom an item can be given, by name. */
export async function ownerChoices(actor: Actor): Promise<PersonChoice[]> {
  return read(actor, (tx) =>
    tx
      .selectDistinct({ id: person.id, name: person.name })
      .from(person)
      .innerJoin(membership, and(eq(membership.tenantId, actor.tenantId), eq(membership.personId, person.id)))
      .where(isNull(person.disabledAt))
      .orderBy(asc(person.name), asc(person.id))
      .limit(MOST_PEOPLE),
  );
}
