export const ACTION_ITEM_STATES = ["open", "done", "cancelled"] as const;
export type ActionItemState = (typeof ACTION_ITEM_STATES)[number];

/** What an action item follows from; `manual`: a person opened it for a reason of their own. */
export const ORIGIN_KINDS = ["break-glass", "bypass", "rehearsal", "verification", "incident", "manual"] as const;
export type OriginKind = (typeof ORIGIN_KINDS)[number];

/** Whether an item is open past its due time; due at this very moment is not overdue. Pure. */
export function isOverdue(item: { state: ActionItemState; dueAt: Date }, now: Date): boolean {
  return item.state === "open" && item.dueAt.getTime() < now.getTime();
}
