import { type ActionItemState, isOverdue } from "./model";
import { AGE_DAYS, ageDays } from "./urgency";

export type AgedItem = { state: ActionItemState; openedAt: Date; dueAt: Date; closedAt: Date | null };

export type ItemCompletion = {
  opened: number;
  done: number;
  cancelled: number;
  open: number;
  doneInTime: number;
  overdue: number;
  /** Done at or before the due time ÷ all whose due time is settled (done, or overdue); null where none is. */
  inTimeRate: number | null;
  /** From opening to closing, of those that were done. Null where none was. */
  meanToDoneMs: number | null;
};

/** How items ended, as of `now`. A cancelled item is neither done nor late. Pure. */
export function itemCompletion(items: readonly AgedItem[], now: Date): ItemCompletion {
  const done = items.filter(({ state }) => state === "done");
  const doneInTime = done.filter(({ dueAt, closedAt }) => closedAt && closedAt.getTime() <= dueAt.getTime()).length;
  const overdue = items.filter((item) => isOverdue(item, now)).length;
  const lasted = done.flatMap(({ openedAt, closedAt }) => (closedAt ? [closedAt.getTime() - openedAt.getTime()] : []));
  const settled = done.length + overdue;
  return {
    opened: items.length,
    done: done.length,
    cancelled: items.filter(({ state }) => state === "cancelled").length,
    open: items.filter(({ state }) => state === "open").length,
    doneInTime,
    overdue,
    inTimeRate: settled > 0 ? doneInTime / settled : null,
    meanToDoneMs: lasted.length > 0 ? lasted.reduce((sum, each) => sum + each, 0) / lasted.length : null,
  };
}

/** `toDays` null: and older. */
export type AgeClass = { fromDays: number; toDays: number | null; items: number; overdue: number };

/** Open items by the whole days since they were opened: up to 7, 30, 90 days, and older. Every open item is in one. Pure. */
export function ageClasses(items: readonly AgedItem[], now: Date): AgeClass[] {
  const open = items.filter(({ state }) => state === "open");
  return AGE_DAYS.map((fromDays, index) => {
    const next = AGE_DAYS[index + 1];
    const own = open.filter((item) => {
      const days = ageDays(item.openedAt, now);
      return days >= fromDays && (next === undefined || days < next);
    });
    const overdue = own.filter((item) => isOverdue(item, now)).length;
    return { fromDays, toDays: next === undefined ? null : next - 1, items: own.length, overdue };
  });
}
