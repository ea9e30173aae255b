import type { Role } from "@/lib/core/access";
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
export type ApproverFact = { personId: string; name: string; email: string | null; roles: Role[] };

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
  signatures: Lookup<SignatureFact[]>;
  /** People who hold any required role now, to name who can act. */
  approvers: ApproverFact[];
  waivers: Lookup<WaiverFact[]>;
  /** Open incidents of the service. */
  incidents: Lookup<IncidentFact[]>;
  /** False offline: approvals and waivers of the file are claims. */
  verified: boolean;
};
