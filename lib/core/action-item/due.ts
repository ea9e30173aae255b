import type { Severity } from "../incident/model";
import type { IncidentPolicy } from "../incident/policy";

const DAY_MS = 86_400_000;

/**
 * By when what follows from an incident is to be done if nobody says otherwise: the policy's days of 24 hours for its
 * severity, counted from `now`. Source: domain.md, 15 days for Sev1 and 30 otherwise. Pure.
 */
export function dueAtFor(severity: Severity, policy: IncidentPolicy, now: Date): Date {
  return new Date(now.getTime() + policy.actionItems.dueWithinDays[severity] * DAY_MS);
}
