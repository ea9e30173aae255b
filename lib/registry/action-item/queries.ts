import { and, asc, eq, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import { breakGlass } from "@/db/schema/break-glass";
import { service } from "@/db/schema/catalog";
import { deployment } from "@/db/schema/deployment";
import { membership, person } from "@/db/schema/tenant";
import type { Actor, PersonActor } from "@/lib/core/access";
import { type ActionItemState, isOverdue, type OriginKind } from "@/lib/core/action-item/model";
import { DomainError } from "@/lib/core/errors";
import { type Page, type PageRequest, planPage } from "../keyset";
import { read } from "../read";
import { isRecordId } from "../record-id";
import type { ActionItemRow } from "./find";

export type ActionItemFilter = { state?: ActionItemState; owner?: string; service?: string; overdue?: boolean };
export type ActionItemSummary = {
  id: string;
  title: string;
  service: string | null;
  owner: { id: string | null; name: string };
  dueAt: string;
  state: ActionItemState;
  overdue: boolean;
  origin: OriginKind;
  openedAt: string;
  closedAt: string | null;
};

const PAGE_SIZE = 50;
const LARGEST_PAGE = 500;
type Row = { item: ActionItemRow; service: string | null };

function rowsWhere(tx: Tx, actor: Actor, where: SQL | undefined) {
  return tx
    .select({ item: actionItem, service: service.slug })
    .from(actionItem)
    .leftJoin(service, and(eq(service.tenantId, actionItem.tenantId), eq(service.id, actionItem.serviceId)))
    .where(and(eq(actionItem.tenantId, actor.tenantId), where));
}

/** Action items, those that are due first before the others. */
export async function listActionItems(
  actor: Actor,
  filter: ActionItemFilter,
  request: PageRequest & { size?: number } = {},
): Promise<Page<ActionItemSummary> & { now: string }> {
  return read(actor, async (tx, now) => {
    const size = Math.min(request.size ?? PAGE_SIZE, LARGEST_PAGE);
    const plan = planPage<Row>(
      request,
      { at: actionItem.dueAt, id: actionItem.id, order: "ascending", size },
      ({ item }) => ({ at: item.dueAt, id: item.id }),
    );
    const rows = await rowsWhere(tx, actor, and(matching(filter, now), plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const page = plan.pageOf(rows);
    return { ...page, items: page.items.map((row) => summaryOf(row, now)), now: now.toISOString() };
  });
}

/** An overdue item is an open one; both words narrow together. */
function matching({ state, owner, service: slug, overdue }: ActionItemFilter, now: Date): SQL | undefined {
  return and(
    state ? eq(actionItem.state, state) : undefined,
    owner ? ownerIs(owner) : undefined,
    slug ? eq(service.slug, slug) : undefined,
    overdue ? and(eq(actionItem.state, "open"), lt(actionItem.dueAt, now)) : undefined,
  );
}

const ownerIs = (owner: string): SQL | undefined =>
  isRecordId(owner) ? eq(actionItem.ownerId, owner) : and(isNull(actionItem.ownerId), eq(actionItem.ownerName, owner));

function summaryOf({ item, service: slug }: Row, now: Date): ActionItemSummary {
  return {
    id: item.id,
    title: item.title,
    service: slug,
    owner: { id: item.ownerId, name: item.ownerName },
    dueAt: item.dueAt.toISOString(),
    state: item.state,
    overdue: isOverdue(item, now),
    origin: item.originKind,
    openedAt: item.openedAt.toISOString(),
    closedAt: item.closedAt?.toISOString() ?? null,
  };
}

export type ActionItemDetail = ActionItemSummary & {
  detail: string;
  /** Page of the record that it follows from; null where it has none. */
  originPath: string | null;
  openedBy: string;
  trackerUrl: string | null;
  closing: { by: string; note: string; at: string } | null;
  now: string;
};

/** One action item, or `not_found`. */
export async function actionItemDetail(actor: Actor, id: string): Promise<ActionItemDetail> {
  return read(actor, async (tx, now) => {
    const [row] = isRecordId(id) ? await rowsWhere(tx, actor, eq(actionItem.id, id)) : [];
    if (!row) throw new DomainError("not_found", "There is no such action item.");
    const { item } = row;
    return {
      ...summaryOf(row, now),
      detail: item.detail,
      originPath: await originPath(tx, actor, item),
      openedBy: item.byName,
      trackerUrl: item.trackerUrl,
      closing: item.closedAt && {
        by: item.closedByName ?? "",
        note: item.closingNote ?? "",
        at: item.closedAt.toISOString(),
      },
      now: now.toISOString(),
    };
  });
}

async function originPath(tx: Tx, actor: Actor, { originKind, originId }: ActionItemRow): Promise<string | null> {
  if (originKind === "rehearsal") return `/rehearsals/${originId}`;
  if (originKind === "verification") return `/releases/${originId}`;
  if (originKind === "bypass") {
    const [row] = await tx
      .select({ id: deployment.id })
      .from(deployment)
      .where(and(eq(deployment.tenantId, actor.tenantId), eq(deployment.id, originId)));
    return row ? `/deployments/${row.id}` : null;
  }
  if (originKind !== "break-glass") return null;
  const [row] = await tx
    .select({ releaseId: breakGlass.releaseId })
    .from(breakGlass)
    .where(and(eq(breakGlass.tenantId, actor.tenantId), eq(breakGlass.id, originId)));
  return row ? `/releases/${row.releaseId}#break-glass` : null;
}

const MOST_DUE = 50;

/** Open items of the reader, and everybody's that are overdue, the longest due first. */
export async function dueActionItems(actor: PersonActor): Promise<{ items: ActionItemSummary[]; now: string }> {
  return read(actor, async (tx, now) => {
    const isDue = and(
      eq(actionItem.state, "open"),
      sql`(${actionItem.ownerId} = ${actor.id} or ${actionItem.dueAt} < ${now.toISOString()}::timestamptz)`,
    );
    const rows = await rowsWhere(tx, actor, isDue).orderBy(asc(actionItem.dueAt), asc(actionItem.id)).limit(MOST_DUE);
    return { items: rows.map((row) => summaryOf(row, now)), now: now.toISOString() };
  });
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
