import type { Severity } from "../model";
import type { IncidentPolicy } from "../policy";

const HOUR_MS = 3_600_000;

/** `due`: within the longest time of the policy's reminders before the deadline. */
export type DeadlineState = "not-due" | "due" | "overdue" | "done-in-time" | "done-late";
export type PostmortemDeadlines = {
  publishBy: Date;
  completeBy: Date;
  publish: DeadlineState;
  complete: DeadlineState;
};
type Told = {
  severity: Severity;
  /** Of the latest resolution; null while the incident is open. */
  resolvedAt: Date | null;
  publishedAt: Date | null;
  completedAt: Date | null;
};

/**
 * By when a postmortem has to be published and completed, and how that stands at `now`. Both are counted from the latest
 * resolution: what was published or completed before it does not count. At the very instant of a deadline it is still in
 * time. Null where none is owed: an open incident, or a severity for which the policy asks for none. Pure.
 * Source: domain.md, "Incidents" (48 h and 72 h by default).
 */
export function postmortemDeadlines(
  { severity, resolvedAt, publishedAt, completedAt }: Told,
  { postmortem }: IncidentPolicy,
  now: Date,
): PostmortemDeadlines | null {
  if (!resolvedAt || !postmortem.requiredFor.includes(severity)) return null;
  const publishBy = after(resolvedAt, postmortem.publishWithinHours);
  const completeBy = after(resolvedAt, postmortem.completeWithinHours);
  const soonMs = Math.max(0, ...postmortem.remindBeforeHours) * HOUR_MS;
  const state = (doneAt: Date | null, by: Date): DeadlineState => {
    if (doneAt && doneAt >= resolvedAt) return doneAt <= by ? "done-in-time" : "done-late";
    if (now > by) return "overdue";
    return by.getTime() - now.getTime() <= soonMs ? "due" : "not-due";
  };
  return {
    publishBy,
    completeBy,
    publish: state(publishedAt, publishBy),
    complete: state(completedAt, completeBy),
  };
}

const after = (from: Date, hours: number): Date => new Date(from.getTime() + hours * HOUR_MS);
