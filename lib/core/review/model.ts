import type { IncidentState, Severity } from "../incident/model";

export const REVIEW_STATES = ["open", "completed"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What a quarterly review looks at, as it is kept and signed. Instants are ISO texts; nothing in it depends on the clock. */
export type ReviewFacts = {
  /** 2026-Q3 */
  quarter: string;
  from: string;
  until: string;
  /** Post-incident items opened before the quarter's end that are not complete. */
  incompleteItems: ReviewedItem[];
  /** Post-incident items that were closed in the quarter. */
  closedItems: (ReviewedItem & { state: "done" | "cancelled"; closedAt: string })[];
  /** Waivers that this review gave, the first one first. */
  carryOvers: ReviewedCarryOver[];
  incidents: ReviewedIncident[];
  /** Granted in the quarter. */
  waivers: ReviewedWaiver[];
  /** Finished in the quarter. */
  rehearsals: ReviewedRehearsal[];
  policyChanges: PolicyChange[];
  trends: Trend[];
};

export type ReviewedItem = {
  id: string;
  title: string;
  owner: string;
  dueAt: string;
  incidentId: string;
  reference: string;
};
export type ReviewedCarryOver = {
  id: string;
  actionItemId: string;
  title: string;
  dueBefore: string;
  until: string;
  justification: string;
  mitigation: string;
  signedBy: string;
  signedAt: string;
};
export type ReviewedIncident = {
  id: string;
  reference: string;
  title: string;
  severity: Severity;
  state: IncidentState;
  service: string;
  declaredAt: string;
  resolvedAt: string | null;
  publishedAt: string | null;
};
export type ReviewedWaiver = {
  id: string;
  checkId: string;
  service: string;
  release: string | null;
  grantedBy: string;
  grantedAt: string;
  expiresAt: string;
  revokedAt: string | null;
};
export type ReviewedRehearsal = {
  id: string;
  service: string;
  environment: string;
  outcome: "passed" | "failed" | "aborted";
  finishedAt: string;
};
export type PolicyChange = {
  what: "gate-policy" | "incident-policy" | "approval-matrix";
  /** As the list of changes names it: "Gate policy, version 3". */
  title: string;
  reason: string | null;
  by: string | null;
  at: string;
};

export const TREND_KEYS = [
  "incidents",
  "time-to-acknowledge",
  "time-to-resolve",
  "change-failure-rate",
  "postmortems-in-time",
  "items-in-time",
  "rehearsals-passed",
  "waivers-granted",
] as const;
export type TrendKey = (typeof TREND_KEYS)[number];
/** A number of the quarter beside that of the quarter before. Null: there was nothing to count or to average. */
export type Trend = { key: TrendKey; unit: "count" | "ms" | "rate"; value: number | null; previous: number | null };
