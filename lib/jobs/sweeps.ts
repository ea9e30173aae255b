import { remindOfActionItems } from "@/lib/registry/action-item/remind";
import { remindOfUpdates } from "@/lib/registry/incident/remind-updates";
import { composeDigests } from "@/lib/registry/notification/compose-digests";
import { remindApprovers } from "@/lib/registry/notification/remind-approvers";
import { warnOfRoleExpiry } from "@/lib/registry/person/warn-of-role-expiry";
import { remindOfPostmortems } from "@/lib/registry/postmortem/remind";
import { countDueDays } from "@/lib/registry/readiness/count-due";
import { noteMissedSessions, remindOfRehearsals } from "@/lib/registry/rehearsal/remind";
import { sendWeeklyReports } from "@/lib/registry/report/send";
import { openReviews, remindOfReviews } from "@/lib/registry/review/sweep";
import { warnOfExpiry } from "@/lib/registry/waiver/warn";
import { judgeVerifications } from "./sweeps/verification";

/**
 * Does what has fallen due in a tenant by `now`. It runs every minute, perhaps twice at once or cut off half-way, and
 * ends in the same state: whatever it does is keyed, so that doing it again changes nothing.
 */
export type Sweep = (tenantId: string, now: Date) => Promise<void>;

export const SWEEPS: readonly Sweep[] = [
  remindApprovers,
  composeDigests,
  remindOfUpdates,
  judgeVerifications,
  warnOfExpiry,
  remindOfRehearsals,
  noteMissedSessions,
  warnOfRoleExpiry,
  remindOfPostmortems,
  openReviews,
  remindOfReviews,
  remindOfActionItems,
  countDueDays,
  sendWeeklyReports,
];
