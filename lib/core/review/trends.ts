import type { IncidentNumbers } from "../incident/comparison";
import type { Trend, TrendKey } from "./model";

/** What a quarter's trends are made of. Rates are null where nothing was to be judged. */
export type QuarterNumbers = Pick<
  IncidentNumbers,
  "incidents" | "timeToAcknowledge" | "timeToResolve" | "changeFailures"
> & {
  postmortemsInTime: number | null;
  itemsInTime: number | null;
  rehearsalsPassed: number | null;
  waiversGranted: number;
};

const TRENDS: { key: TrendKey; unit: Trend["unit"]; of: (numbers: QuarterNumbers) => number | null }[] = [
  { key: "incidents", unit: "count", of: ({ incidents }) => incidents },
  { key: "time-to-acknowledge", unit: "ms", of: ({ timeToAcknowledge: mean }) => wholeMs(mean?.ms) },
  { key: "time-to-resolve", unit: "ms", of: ({ timeToResolve: mean }) => wholeMs(mean?.ms) },
  { key: "change-failure-rate", unit: "rate", of: ({ changeFailures }) => changeFailures.rate },
  { key: "postmortems-in-time", unit: "rate", of: ({ postmortemsInTime }) => postmortemsInTime },
  { key: "items-in-time", unit: "rate", of: ({ itemsInTime }) => itemsInTime },
  { key: "rehearsals-passed", unit: "rate", of: ({ rehearsalsPassed }) => rehearsalsPassed },
  { key: "waivers-granted", unit: "count", of: ({ waiversGranted }) => waiversGranted },
];

const wholeMs = (ms: number | undefined): number | null => (ms === undefined ? null : Math.round(ms));

/** The numbers of a quarter, each beside that of the quarter before. Pure. */
export function trendsOf(current: QuarterNumbers, previous: QuarterNumbers): Trend[] {
  return TRENDS.map(({ key, unit, of }) => ({ key, unit, value: of(current), previous: of(previous) }));
}

/**
 * The share of the deadlines within a quarter that were kept; null where it had none. A deadline is kept when the thing
 * was done at or before it, whatever has happened since, so the share of a past quarter never changes. Pure.
 */
export function shareInTime(deadlines: readonly { dueAt: Date; doneAt: Date | null }[]): number | null {
  if (deadlines.length === 0) return null;
  const kept = deadlines.filter(({ dueAt, doneAt }) => doneAt !== null && doneAt.getTime() <= dueAt.getTime());
  return kept.length / deadlines.length;
}
