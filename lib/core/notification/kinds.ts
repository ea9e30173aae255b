/** Everything that people can be told about. Each person chooses, kind by kind, whether and when to be told by e-mail. */
export const NOTICE_KINDS = [
  "approval-requested",
  "approval-reminder",
  "release-rejected",
  "release-summary",
  "verification-flagged",
  "deployment-bypassed",
  "break-glass-requested",
  "break-glass-confirmed",
  "freeze-overridden",
  "waiver-requested",
  "waiver-decided",
  "waiver-expiring",
  "rehearsal-due",
  "rehearsal-failed",
  "delegation-given",
  "role-expiring",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
