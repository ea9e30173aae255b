import type { FreshnessIndicator } from "./indicator";

export const AGENDA_WEEKS = 8;
const DAY_MS = 86_400_000;

/** Something with a day (YYYY-MM-DD); null: it waits, and no date says until when. */
type Dated = { on: string | null; isOverdue: boolean };
export type Agenda<T> = { overdue: T[]; days: { on: string; items: T[] }[] };

/**
 * What comes up: first everything overdue, then day by day what falls on the coming weeks, today included. `at` says
 * what today is, in UTC. Items of one day keep their order; what has neither a date nor is overdue is left out.
 */
export function agendaOf<T extends Dated>(items: readonly T[], at: Date, weeks = AGENDA_WEEKS): Agenda<T> {
  const [first, end] = [dayOf(at), dayOf(new Date(at.getTime() + weeks * 7 * DAY_MS))];
  const days = new Map<string, T[]>();
  for (const item of items) {
    if (item.isOverdue || item.on === null || item.on < first || item.on >= end) continue;
    days.set(item.on, [...(days.get(item.on) ?? []), item]);
  }
  const inOrder = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    overdue: items.filter(({ isOverdue }) => isOverdue),
    days: inOrder.map(([on, found]) => ({ on, items: found })),
  };
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Whether the place needs a rehearsal now: it is past its date, blocked, or was never rehearsed. */
export function needsRehearsal({ word }: FreshnessIndicator): boolean {
  return word !== "fresh" && word !== "due_soon";
}

const URGENCY: readonly FreshnessIndicator["word"][] = [
  "failed",
  "error",
  "stale",
  "overdue",
  "due_soon",
  "fresh",
  "never",
];

/** The more urgent first: what blocks, then what is overdue the longest; what was never rehearsed comes last. */
export function byUrgency(one: FreshnessIndicator, other: FreshnessIndicator): number {
  const step = URGENCY.indexOf(one.word) - URGENCY.indexOf(other.word);
  return step || (one.dueAt ?? "").localeCompare(other.dueAt ?? "");
}
