import type { ActionItemState } from "./model";

const DAY_MS = 86_400_000;
export const SOON_DAYS = 7;
export const RECENT_DAYS = 14;

/** Columns of the board, the most urgent first. `closed`: done or cancelled within the last 14 days. */
export const URGENCIES = ["overdue", "soon", "later", "closed"] as const;
export type Urgency = (typeof URGENCIES)[number];

/**
 * Where an item stands at `now`: one that is due at this very moment is due soon, one that is due in exactly 7 days of
 * 24 hours too. Null for one that was closed longer ago than 14 days. Pure.
 */
export function urgencyOf(
  { state, dueAt, closedAt }: { state: ActionItemState; dueAt: Date; closedAt: Date | null },
  now: Date,
): Urgency | null {
  if (state !== "open") {
    return closedAt && now.getTime() - closedAt.getTime() <= RECENT_DAYS * DAY_MS ? "closed" : null;
  }
  const leftMs = dueAt.getTime() - now.getTime();
  if (leftMs < 0) return "overdue";
  return leftMs <= SOON_DAYS * DAY_MS ? "soon" : "later";
}

/** The ages by which open items are counted: each begins at so many days of 24 hours since the item was opened. */
export const AGE_DAYS = [0, 8, 31, 91] as const;

/** Whole days since an item was opened; one from a clock that runs ahead is 0 days old. Pure. */
export function ageDays(openedAt: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - openedAt.getTime()) / DAY_MS));
}
