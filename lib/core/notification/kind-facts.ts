import type { NoticeKind } from "./kinds";

type KindFacts = {
  title: string;
  /** Completes "You are told when …". */
  about: string;
  /** For whoever chose nothing. */
  usual: "immediately" | "digest";
  canBeOff: boolean;
};

const facts = (title: string, about: string, usual: "immediately" | "digest" = "immediately"): KindFacts => ({
  title,
  about,
  usual,
  canBeOff: true,
});

/** What each kind is called and is about. Requests for an approval reach their approvers at least once a day. */
export const KIND_FACTS: Record<NoticeKind, KindFacts> = {
  "approval-requested": {
    ...facts("Approval requested", "a release waits for a signature that you can give"),
    canBeOff: false,
  },
  "approval-reminder": facts("Approval reminder", "a release still waits for your signature after a day"),
  "release-rejected": facts("Release rejected", "an approver rejects a release"),
  "release-summary": facts("Deployment summary", "a release has reached production"),
  "verification-flagged": facts("Verification flagged", "metrics of a released version go wrong"),
  "deployment-bypassed": facts("Gate bypassed", "something was deployed that the gate had not approved"),
  "break-glass-requested": facts("Break-glass requested", "somebody asks to deploy without approval"),
  "break-glass-confirmed": facts("Break-glass confirmed", "a deployment without approval was allowed"),
  "freeze-overridden": facts("Freeze overridden", "a release is let through a freeze"),
  "waiver-requested": facts("Waiver requested", "somebody asks for a waiver that you can grant"),
  "waiver-decided": facts("Waiver decided", "a waiver that you asked for is granted or denied"),
  "waiver-expiring": facts("Waiver expiring", "a waiver ends within seven days, and within one", "digest"),
  "rehearsal-due": facts("Rehearsal due", "a rollback rehearsal is due soon or overdue", "digest"),
  "rehearsal-failed": facts("Rehearsal failed", "a rollback rehearsal fails and blocks releases"),
  "delegation-given": facts("Delegation given", "somebody hands you their approvals while they are away"),
  "role-expiring": facts("Role expiring", "one of your roles is about to end", "digest"),
  "incident-declared": facts("Incident declared", "an incident is declared that your role responds to"),
  "incident-changed": facts("Incident changed", "an incident changes its severity or state, or gets a new commander"),
  "incident-update-due": facts("Incident update due", "an incident that you command owes its readers an update"),
  "postmortem-due": facts("Postmortem due", "a postmortem is due soon, or overdue"),
  "postmortem-review": facts("Postmortem review", "your review of a postmortem is asked for, or somebody answers"),
  "action-item-assigned": facts("Action item assigned", "an action item is given to you"),
  "action-item-due": facts("Action item due", "one of your action items is due soon, or overdue", "digest"),
  "review-due": facts("Quarterly review due", "a quarter has ended and its readiness review is open", "digest"),
  "weekly-report": facts("Weekly readiness report", "the report of the last week is there"),
};
