import type { Role } from "@/lib/core/access";
import type { RequiredTraining, TrainingStanding } from "@/lib/core/approval/training";
import type { CalendarKind } from "@/lib/core/calendar/entry";
import type { CalendarRule } from "@/lib/core/calendar/rule";
import type { ManifestContent } from "@/lib/core/manifest/schema";
import type { MetricValues } from "@/lib/core/metrics/schema";
import type { Scorecard } from "@/lib/core/scorecard/model";

/** A look-up's answer. Only `found` can ever let a check pass. */
export type Lookup<T> =
  | { state: "found"; value: T }
  | { state: "missing"; reason: string }
  | { state: "error"; reason: string };

/** Who did something, as far as it is known. Compared by id, else by e-mail in lower case. */
export type Party = { kind: "person" | "token" | "claimed"; id: string | null; name: string; email: string | null };

export type ReleaseFact = {
  id: string | null;
  service: string;
  serviceId: string | null;
  environment: string;
  /** The rollout window is judged only for entry to production. */
  isProduction: boolean;
  version: string;
  commit: string;
  createdBy: Party | null;
};
export type ScorecardFact = {
  id: string | null;
  scorecard: Scorecard;
  digest: string;
  /** Commit and environment that the registry (or the document) ties this run to. */
  commit: string | null;
  environment: string | null;
  submittedBy: Party | null;
};
export type MetricsFact = { id: string | null; values: MetricValues; takenAt: string; submittedBy: Party | null };
export type ManifestFact = {
  id: string | null;
  revision: number | null;
  digest: string;
  content: ManifestContent;
  submittedBy: Party | null;
};
export type RehearsalFact = {
  id: string | null;
  startedAt: string;
  finishedAt: string;
  outcome: "passed" | "failed" | "aborted";
  /** When the remediation of a failed rehearsal was recorded. */
  remediatedAt: string | null;
};
/** Somebody whose authority another person may use. */
export type Delegator = { personId: string; name: string; email: string | null };
/** A role that a person may sign in on behalf of somebody who is away, and until when. */
export type DelegatedRole = { role: Role; from: Delegator; until: string; delegationId: string | null };

export type SignatureFact = {
  id: string | null;
  personId: string;
  name: string;
  email: string | null;
  decision: "approve" | "reject";
  manifestDigest: string;
  /** Role named when signing. */
  role: Role;
  /** Roles that the signer holds now. */
  rolesNow: Role[];
  signedAt: string;
  withdrawnAt: string | null;
  reason: string | null;
  /** Whose authority was used; null or left out: the signer's own. */
  onBehalfOf?: Delegator | null;
  /** What the signer may sign in on behalf of others now; left out: nothing. */
  delegatedNow?: DelegatedRole[];
  /** How the signer stands in the required trainings now; one left out is one that the signer lacks. */
  trainings?: TrainingStanding[];
};
export type WaiverFact = {
  id: string;
  checkId: string;
  /** Narrowed to a suite, a CVE … (`null`: the whole check). */
  finding: string | null;
  /** Release that it is limited to; null: every release of the service. */
  releaseId: string | null;
  /** As written: an unparseable expiry is an error, never "never". */
  expiresAt: string;
  grantedAt: string;
  grantedBy: Party;
  grantedRole: Role | null;
  revokedAt: string | null;
  supersededById: string | null;
};
export type IncidentFact = { id: string | null; severity: "sev1" | "sev2" | "sev3"; title: string; declaredAt: string };
/** A rollout window or a freeze that may concern the release. Its rule is judged on the wall clock of its zone. */
export type CalendarFact = {
  id: string;
  kind: CalendarKind;
  name: string;
  reason: string;
  /** Slugs; null: every production environment, every service. */
  environment: string | null;
  service: string | null;
  /** IANA name. */
  timeZone: string;
  rule: CalendarRule;
  /** Instants between which the entry applies at all; the second one is exclusive, null: no end. */
  validFrom: string;
  validUntil: string | null;
  /** Roles that may override a freeze; empty: nobody. */
  overridableBy: Role[];
};
/** Somebody's permission to roll one release out during one occurrence of a freeze. */
export type FreezeOverrideFact = {
  id: string;
  calendarId: string;
  releaseId: string | null;
  /** Start of the occurrence that it is for. */
  occurrenceStart: string;
  reason: string;
  grantedAt: string;
  expiresAt: string;
  grantedBy: Party;
  grantedRole: Role | null;
  revokedAt: string | null;
};
export type ApproverFact = {
  personId: string;
  name: string;
  email: string | null;
  /** Of their own. */
  roles: Role[];
  delegated?: DelegatedRole[];
  trainings?: TrainingStanding[];
};

/** Everything that a decision depends on. Plain JSON, times in RFC 3339, so that its digest can be stored. */
export type Facts = {
  release: ReleaseFact;
  scorecard: Lookup<ScorecardFact>;
  metrics: Lookup<MetricsFact>;
  manifest: Lookup<ManifestFact>;
  /** Latest first, of this service and environment. */
  rehearsals: Lookup<RehearsalFact[]>;
  /** Roles that must sign, from the environment's approval matrix. */
  requiredRoles: Lookup<Role[]>;
  /** Trainings that a signature in a role asks for; left out: none. */
  requiredTrainings?: RequiredTraining[];
  signatures: Lookup<SignatureFact[]>;
  /** People who may sign in any role now, of their own or on behalf of others, to name who can act. */
  approvers: ApproverFact[];
  waivers: Lookup<WaiverFact[]>;
  /** Open incidents of the service. */
  incidents: Lookup<IncidentFact[]>;
  /** Rollout windows and freezes; ones of other services or environments are passed over. */
  calendars: Lookup<CalendarFact[]>;
  freezeOverrides: Lookup<FreezeOverrideFact[]>;
  /** False offline: approvals and waivers of the file are claims. */
  verified: boolean;
};
