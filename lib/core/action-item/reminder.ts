import type { IncidentPolicy } from "../incident/policy";

const DAY_MS = 86_400_000;

type Timed = { openedAt: Date; dueAt: Date };
type Days = IncidentPolicy["actionItems"];
/** `key` names it among all of an item, and changes with its due time. `days`: left before, or gone since, in whole days. */
export type ItemReminder = { key: string; kind: "before" | "overdue"; days: number };

/**
 * The reminder that an open item owes its owner at `now`, if any: from so many days before it is due (the nearest of the
 * policy's days that has come, and no day that had passed when the item was opened), and from the due time on, at once
 * and then every so many days. Whoever is late gives the latest one only. Days have 24 hours. Pure.
 */
export function dueReminder({ openedAt, dueAt }: Timed, policy: Days, now: Date): ItemReminder | null {
  const leftMs = dueAt.getTime() - now.getTime();
  const key = (word: string) => `${dueAt.toISOString()}:${word}`;
  if (leftMs < 0) {
    const number = Math.floor(-leftMs / (policy.remindOverdueEveryDays * DAY_MS));
    return { key: key(`overdue-${number}`), kind: "overdue", days: Math.floor(-leftMs / DAY_MS) };
  }
  const givenMs = dueAt.getTime() - openedAt.getTime();
  const come = policy.remindBeforeDays.filter((days) => leftMs <= days * DAY_MS && givenMs > days * DAY_MS);
  if (come.length === 0) return null;
  return { key: key(`before-${Math.min(...come)}`), kind: "before", days: Math.ceil(leftMs / DAY_MS) };
}
