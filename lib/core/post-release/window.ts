/**
 * States of the window in which a release is watched after its rollout. `accepted`: it was flagged, and a person closed
 * it with a reason; it never becomes `passed`.
 */
export const WINDOW_STATES = ["watching", "passed", "flagged", "accepted", "rolled_back"] as const;
export type WindowState = (typeof WINDOW_STATES)[number];

export const SHORTEST_WINDOW_MINUTES = 30;
export const LONGEST_WINDOW_MINUTES = 60;
export const DEFAULT_WINDOW_MINUTES = 30;

/** When a window that opens at `openedAt` closes. Minutes beyond the limits are brought back to the nearer one. */
export function windowEnd(openedAt: Date, minutes: number | null): Date {
  const wanted = minutes ?? DEFAULT_WINDOW_MINUTES;
  const length = Math.min(Math.max(wanted, SHORTEST_WINDOW_MINUTES), LONGEST_WINDOW_MINUTES);
  return new Date(openedAt.getTime() + length * 60_000);
}

/** A window that is rolled back under ends so, whether or not it was flagged; one that has ended otherwise stays. */
export const endsOnRollback = (state: WindowState): boolean => state === "watching" || state === "flagged";

const ACTION_DAYS = 3;

/** By when somebody has to have looked into a window that was flagged at `at`: three days of 24 hours. */
export const actionDue = (at: Date): Date => new Date(at.getTime() + ACTION_DAYS * 86_400_000);
