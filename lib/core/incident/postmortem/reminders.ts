import type { IncidentPolicy } from "../policy";
import type { PostmortemDeadlines } from "./deadlines";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Leadership hears at once that one is overdue, then once a week. */
const LEADERSHIP_EVERY_MS = 7 * DAY_MS;

export type PostmortemReminder = {
  deadline: "publish" | "complete";
  by: Date;
  /** With the incident and its resolution this is told once. */
  key: string;
  /** Hours before the deadline, of the policy; null: it has passed. */
  hoursBefore: number | null;
  /** Whole days that have passed since the deadline. */
  daysOverdue: number;
  /** Of what leadership is told as well, once a week; null: nothing. */
  leadershipKey: string | null;
};

/**
 * What somebody has to be reminded of at `now`: of each deadline that is not met, the nearest of the policy's hours
 * before it that has been reached; once it has passed, every day until it is met, whatever the incident's state. An hour
 * that passed unnoticed is not made up for. Pure.
 */
export function postmortemReminders(
  deadlines: PostmortemDeadlines,
  { postmortem }: IncidentPolicy,
  now: Date,
): PostmortemReminder[] {
  const open = (["publish", "complete"] as const).filter((deadline) => !deadlines[deadline].startsWith("done"));
  return open.flatMap((deadline) => {
    const by = deadline === "publish" ? deadlines.publishBy : deadlines.completeBy;
    const leftMs = by.getTime() - now.getTime();
    if (leftMs < 0) return [overdue(deadline, by, -leftMs)];
    const reached = postmortem.remindBeforeHours.filter((hours) => leftMs <= hours * HOUR_MS);
    if (reached.length === 0) return [];
    const hoursBefore = Math.min(...reached);
    const key = `${deadline}:${hoursBefore}h before`;
    return [{ deadline, by, key, hoursBefore, daysOverdue: 0, leadershipKey: null }];
  });
}

function overdue(deadline: PostmortemReminder["deadline"], by: Date, lateMs: number): PostmortemReminder {
  const daysOverdue = Math.floor(lateMs / DAY_MS);
  const leadershipKey = `${deadline}:week ${Math.floor(lateMs / LEADERSHIP_EVERY_MS)} after`;
  return { deadline, by, key: `${deadline}:${daysOverdue}d after`, hoursBefore: null, daysOverdue, leadershipKey };
}
