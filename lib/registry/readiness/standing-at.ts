import { and, count, eq, gt, isNull, lt, lte, or, type SQL } from "drizzle-orm";
import { actionItem } from "@/db/schema/action-item";
import { freshnessAt, freshnessBackAt } from "../rehearsal/freshness";
import type { Asked } from "./asked";
import type { Share } from "./view";

/** Places where rehearsals are expected, and those in time: fresh to the gate and not past their programme's date. */
export async function rehearsalsFreshAt(asked: Asked, at: Date): Promise<Share> {
  const { places } = await expectedPlacesAt(asked, at);
  return { part: places.filter(({ inTime }) => inTime).length, whole: places.length };
}

/** The same places one by one; none where no policy asks for rehearsals, and then no age limit either. */
export async function expectedPlacesAt({ tx, tenantId, now, ...asked }: Asked, at: Date) {
  const view = at < now ? await freshnessBackAt(tx, tenantId, at) : await freshnessAt(tx, tenantId, now);
  if (!view.required) return { places: [], maxAgeDays: null };
  const places = view.services
    .filter(({ slug }) => !asked.service || slug === asked.service.slug)
    .flatMap(({ slug, cells }) => cells.map((cell) => ({ service: slug, cell, inTime: isInTime(cell.indicator.word) })))
    .filter(({ cell }) => cell.isExpected && (!asked.environment || cell.environment === asked.environment.slug));
  return { places, maxAgeDays: view.maxAgeDays };
}

const isInTime = (word: string): boolean => word === "fresh" || word === "due_soon";

/** Action items of incidents that were open at an instant and past their due date. They belong to no environment. */
export async function itemsOverdueAt(asked: Asked, at: Date): Promise<number> {
  const { tx, tenantId } = asked;
  const [row] = await tx
    .select({ items: count() })
    .from(actionItem)
    .where(and(eq(actionItem.tenantId, tenantId), wasOverdueAt(asked, at)));
  return row?.items ?? 0;
}

export const wasOverdueAt = ({ service }: Asked, at: Date): SQL | undefined =>
  and(
    eq(actionItem.originKind, "incident"),
    lte(actionItem.openedAt, at),
    lt(actionItem.dueAt, at),
    or(isNull(actionItem.closedAt), gt(actionItem.closedAt, at)),
    service ? eq(actionItem.serviceId, service.id) : undefined,
  );
