export const SEVERITIES = ["sev1", "sev2", "sev3"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** States of `domain.md` in their order. A duplicate that was merged into another incident is in none of them. */
export const INCIDENT_STATES = [
  "declared",
  "acknowledged",
  "mitigating",
  "mitigated",
  "resolved",
  "published",
  "closed",
] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];
/** `merged`: ended as the duplicate of another incident. */
export const ENDED_STATES = [...INCIDENT_STATES, "merged"] as const;
export type AnyIncidentState = (typeof ENDED_STATES)[number];

/** While an incident is in one of these it is open: it blocks where its severity does, and its clock runs. */
export const OPEN_STATES = ["declared", "acknowledged", "mitigating", "mitigated"] as const;

/** Each is held by at most one person at a time; the commander leads. */
export const RESPONSE_ROLES = ["commander", "operations", "communications", "scribe"] as const;
export type ResponseRole = (typeof RESPONSE_ROLES)[number];

/** What stands on an incident's timeline. `note` and `update` are typed by people; `pin` and `correction` refer to an entry. */
export const ENTRY_KINDS = [
  "alert",
  "note",
  "update",
  "acknowledgement",
  "state",
  "role",
  "severity",
  "impact",
  "services",
  "release",
  "link",
  "merge",
  "postmortem",
  "action-item",
  "pin",
  "correction",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Records of Readiness, or any page (`url`), that an incident is linked with. */
export const LINK_KINDS = [
  "release",
  "scorecard",
  "manifest",
  "decision",
  "waiver",
  "rehearsal",
  "deployment",
  "incident",
  "url",
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** What people call an incident: `INC-7`. Numbers run within a tenant. */
export const incidentReference = (number: number): string => `INC-${number}`;

/** The number of `INC-7` or `inc-7`; null where the text is no reference. */
export function incidentNumber(reference: string): number | null {
  const digits = /^inc-([1-9]\d{0,8})$/i.exec(reference.trim())?.[1];
  return digits ? Number(digits) : null;
}

export const SEVERITY_WORDS: Record<Severity, string> = { sev1: "Sev1", sev2: "Sev2", sev3: "Sev3" };

/** Whether an incident in this state is open. */
export function isOpen(state: AnyIncidentState): boolean {
  return (OPEN_STATES as readonly string[]).includes(state);
}

/** The more severe of two. */
export function worstOf(one: Severity, other: Severity): Severity {
  return SEVERITIES.indexOf(one) <= SEVERITIES.indexOf(other) ? one : other;
}
