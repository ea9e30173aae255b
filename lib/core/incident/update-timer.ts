import type { ResponseRole, Severity } from "./model";
import type { IncidentPolicy } from "./policy";

const MINUTE_MS = 60_000;

const intervalMs = (severity: Severity, policy: IncidentPolicy): number =>
  policy.updateEveryMinutes[severity] * MINUTE_MS;

/** When the next update of an incident is owed, counted from the declaration or update at `now`. Pure. */
export function nextUpdateAt(severity: Severity, policy: IncidentPolicy, now: Date): Date {
  return new Date(now.getTime() + intervalMs(severity, policy));
}

/**
 * Which reminder of an update that was owed at `dueAt` is due: 1 from then on, one more for each interval that passes
 * without an update, 0 before. Pure.
 */
export function updateReminder(dueAt: Date, severity: Severity, policy: IncidentPolicy, now: Date): number {
  const lateMs = now.getTime() - dueAt.getTime();
  return lateMs < 0 ? 0 : 1 + Math.floor(lateMs / intervalMs(severity, policy));
}

/** Id of the person who owes an incident's updates: who communicates, and else who commands. Null: nobody does. Pure. */
export function updateOwner(held: readonly { role: ResponseRole; personId: string }[]): string | null {
  const communicating = held.find(({ role }) => role === "communications");
  return (communicating ?? held.find(({ role }) => role === "commander"))?.personId ?? null;
}
