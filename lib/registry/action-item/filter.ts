import { and, eq, ilike, isNull, lt, lte, or, type SQL } from "drizzle-orm";
import { actionItem } from "@/db/schema/action-item";
import { service } from "@/db/schema/catalog";
import type { Actor } from "@/lib/core/access";
import type { ActionItemState, OriginKind, Priority } from "@/lib/core/action-item/model";
import { likePattern } from "../like";
import { isRecordId } from "../record-id";

/** What a list, a board or an export of action items is narrowed to; all of it together. */
export type ActionItemFilter = {
  state?: ActionItemState;
  /** The id of a person, or the name of somebody who is none. */
  owner?: string;
  service?: string;
  priority?: Priority;
  origin?: OriginKind;
  overdue?: boolean;
  /** Opened at least so many days ago. */
  minAgeDays?: number;
  /** In its title or detail. */
  q?: string;
};

const DAY_MS = 86_400_000;

/** An overdue item is an open one; both words narrow together. */
export function matching(filter: ActionItemFilter, now: Date): SQL | undefined {
  const { state, owner, service: slug, priority, origin, overdue, minAgeDays, q } = filter;
  return and(
    state ? eq(actionItem.state, state) : undefined,
    owner ? ownerIs(owner) : undefined,
    slug ? eq(service.slug, slug) : undefined,
    priority ? eq(actionItem.priority, priority) : undefined,
    origin ? eq(actionItem.originKind, origin) : undefined,
    overdue ? and(eq(actionItem.state, "open"), lt(actionItem.dueAt, now)) : undefined,
    minAgeDays ? lte(actionItem.openedAt, new Date(now.getTime() - minAgeDays * DAY_MS)) : undefined,
    q ? or(ilike(actionItem.title, likePattern(q)), ilike(actionItem.detail, likePattern(q))) : undefined,
  );
}

/** A token that is limited to a service reads of others' items nothing; those of no service are everybody's. */
export const withinReach = (actor: Actor): SQL | undefined =>
  actor.kind === "token" && actor.serviceId
    ? or(isNull(actionItem.serviceId), eq(actionItem.serviceId, actor.serviceId))
    : undefined;

const ownerIs = (owner: string): SQL | undefined =>
  isRecordId(owner) ? eq(actionItem.ownerId, owner) : and(isNull(actionItem.ownerId), eq(actionItem.ownerName, owner));
