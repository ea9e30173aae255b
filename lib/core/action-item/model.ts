export const ACTION_ITEM_STATES = ["open", "done", "cancelled"] as const;
export type ActionItemState = (typeof ACTION_ITEM_STATES)[number];

/** Most pressing first. */
export const PRIORITIES = ["high", "medium", "low"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** A page that an item is about. */
export type ItemLink = { label: string; url: string };

/** What an action item follows from; `manual`: a person opened it for a reason of their own. */
export const ORIGIN_KINDS = ["break-glass", "bypass", "rehearsal", "verification", "incident", "manual"] as const;
export type OriginKind = (typeof ORIGIN_KINDS)[number];

/** Whether an item is open past its due time; due at this very moment is not overdue. Pure. */
export function isOverdue(item: { state: ActionItemState; dueAt: Date }, now: Date): boolean {
  return item.state === "open" && item.dueAt.getTime() < now.getTime();
}

/**
 * Where an item is tracked at GitHub: being opened there, linked with an issue, or with one that is gone (deleted, or
 * moved out of reach). A gone issue changes nothing any more.
 */
export const ISSUE_STATES = ["opening", "linked", "gone"] as const;
export type IssueState = (typeof ISSUE_STATES)[number];
