import type { CalendarFact } from "@/lib/core/gate/facts";
import { type CalendarTimes, readCalendarTimes } from "./entry";

/** Slugs of what a rollout is of and to. */
export type Place = { service: string; environment: string };

/** An entry that concerns a place, with its times read, or what cannot be read of them. */
export type Applying = { fact: CalendarFact } & ({ times: CalendarTimes } | { fault: string });
export type ReadableEntry = { fact: CalendarFact; times: CalendarTimes };

/** Whether an entry speaks of this place: its environment or all, and its service or all. */
export function concerns({ service, environment }: Pick<CalendarFact, keyof Place>, place: Place): boolean {
  return (service === null || service === place.service) && (environment === null || environment === place.environment);
}

/** The freezes that apply to a place at `at`, in force or not. */
export function freezesFor(entries: readonly CalendarFact[], place: Place, at: Date): Applying[] {
  return applying(entries, "freeze", place, at);
}

/**
 * The windows of which one must be open for a rollout to this place at `at`; none: no window is asked for. Windows that
 * name the service replace those of the environment as a whole. One whose validity is over asks for nothing any more.
 */
export function windowsFor(entries: readonly CalendarFact[], place: Place, at: Date): Applying[] {
  const windows = applying(entries, "window", place, at);
  const own = windows.filter(({ fact }) => fact.service !== null);
  return own.length > 0 ? own : windows;
}

/** Those whose times can be read. */
export function readable(entries: readonly Applying[]): ReadableEntry[] {
  return entries.flatMap((each) => ("times" in each ? [{ fact: each.fact, times: each.times }] : []));
}

/** What cannot be read, one sentence for each such entry. */
export function faultsOf(entries: readonly Applying[]): string[] {
  return entries.flatMap((each) =>
    "fault" in each ? [`the ${each.fact.kind} "${each.fact.name}" cannot be read: ${each.fault}`] : [],
  );
}

function applying(entries: readonly CalendarFact[], kind: CalendarFact["kind"], place: Place, at: Date): Applying[] {
  return entries
    .filter((fact) => fact.kind === kind && concerns(fact, place) && isValidAt(fact, at))
    .map((fact) => ({ fact, ...readCalendarTimes(fact) }));
}

function isValidAt({ validFrom, validUntil }: CalendarFact, at: Date): boolean {
  return at.getTime() >= Date.parse(validFrom) && (validUntil === null || at.getTime() < Date.parse(validUntil));
}
