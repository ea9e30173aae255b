import { and, asc, desc, eq, gt, gte, lt, lte, ne, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import { service } from "@/db/schema/catalog";
import type { Actor } from "@/lib/core/access";
import { type AgeClass, ageClasses } from "@/lib/core/action-item/ageing";
import { RECENT_DAYS, SOON_DAYS, URGENCIES, type Urgency } from "@/lib/core/action-item/urgency";
import { read } from "../read";
import { type ActionItemFilter, matching } from "./filter";
import { type ActionItemSummary, itemsWhere, summaryOf } from "./view";

const DAY_MS = 86_400_000;
const MOST_CARDS = 50;

/** `total`: of all that are there, of which `items` are the first. */
export type BoardColumn = { urgency: Urgency; total: number; items: ActionItemSummary[] };

/** Action items by how urgent they are, as `urgencyOf` has it. The state of the filter does not narrow a board. */
export async function actionItemBoard(
  actor: Actor,
  filter: Omit<ActionItemFilter, "state" | "overdue">,
): Promise<{ columns: BoardColumn[]; now: string }> {
  return read(actor, async (tx, now) => {
    const columns: BoardColumn[] = [];
    for (const urgency of URGENCIES) {
      const where = and(matching(filter, now), within(urgency, now));
      const order = urgency === "closed" ? desc(actionItem.closedAt) : asc(actionItem.dueAt);
      const rows = await itemsWhere(tx, actor.tenantId, where).orderBy(order, asc(actionItem.id)).limit(MOST_CARDS);
      const total = rows.length < MOST_CARDS ? rows.length : await countOf(tx, actor, where);
      columns.push({ urgency, total, items: rows.map((row) => summaryOf(row, now)) });
    }
    return { columns, now: now.toISOString() };
  });
}

function within(urgency: Urgency, now: Date): SQL | undefined {
  const soon = new Date(now.getTime() + SOON_DAYS * DAY_MS);
  const recent = new Date(now.getTime() - RECENT_DAYS * DAY_MS);
  const isOpen = eq(actionItem.state, "open");
  if (urgency === "overdue") return and(isOpen, lt(actionItem.dueAt, now));
  if (urgency === "soon") return and(isOpen, gte(actionItem.dueAt, now), lte(actionItem.dueAt, soon));
  if (urgency === "later") return and(isOpen, gt(actionItem.dueAt, soon));
  return and(ne(actionItem.state, "open"), gte(actionItem.closedAt, recent));
}

async function countOf(tx: Tx, { tenantId }: Actor, where: SQL | undefined): Promise<number> {
  const [row] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(actionItem)
    .leftJoin(service, and(eq(service.tenantId, actionItem.tenantId), eq(service.id, actionItem.serviceId)))
    .where(and(eq(actionItem.tenantId, tenantId), where));
  return row?.total ?? 0;
}

/** How old the open items of a filter are. */
export async function actionItemAgeing(
  actor: Actor,
  filter: Omit<ActionItemFilter, "state" | "overdue" | "minAgeDays">,
): Promise<AgeClass[]> {
  return read(actor, async (tx, now) => {
    const rows = await tx
      .select({
        state: actionItem.state,
        openedAt: actionItem.openedAt,
        dueAt: actionItem.dueAt,
        closedAt: actionItem.closedAt,
      })
      .from(actionItem)
      .leftJoin(service, and(eq(service.tenantId, actionItem.tenantId), eq(service.id, actionItem.serviceId)))
      .where(and(eq(actionItem.tenantId, actor.tenantId), eq(actionItem.state, "open"), matching(filter, now)));
    return ageClasses(rows, now);
  });
}
