import { and } from "drizzle-orm";
import { actionItem } from "@/db/schema/action-item";
import type { Actor } from "@/lib/core/access";
import { type ActionItemSummary, type ItemRow, itemsWhere, summaryOf } from "../action-item/view";
import { type Page, planPage } from "../keyset";
import { readAsked } from "./asked";
import type { SizedPage } from "./first-evaluations";
import { wasOverdueAt } from "./standing-at";
import type { ReadinessRequest } from "./view";

const PAGE_SIZE = 50;
const LARGEST_PAGE = 500;

/** Postmortem items that were overdue at the end of a period, as they are today; those due first first. */
export const listOverdueItems = (
  actor: Actor,
  request: ReadinessRequest,
  page: SizedPage = {},
): Promise<Page<ActionItemSummary> & { at: string; now: string }> =>
  readAsked(actor, request, async (asked) => {
    const { tx, tenantId, now } = asked;
    const at = asked.spans[0].until;
    const size = Math.min(page.size ?? PAGE_SIZE, LARGEST_PAGE);
    const plan = planPage<ItemRow>(
      page,
      { at: actionItem.dueAt, id: actionItem.id, order: "ascending", size },
      ({ item }) => ({ at: item.dueAt, id: item.id }),
    );
    const rows = await itemsWhere(tx, tenantId, and(wasOverdueAt(asked, at), plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const found = plan.pageOf(rows);
    const items = found.items.map((row) => summaryOf(row, now));
    return { ...found, items, at: at.toISOString(), now: now.toISOString() };
  });
