import type { Checklist } from "@/lib/core/checklist/checklist";
import type { DeploymentState } from "@/lib/core/deployment/facts";
import type { DeploymentMatch } from "@/lib/core/deployment/match";
import type { AnyIncidentState, Severity } from "@/lib/core/incident/model";
import type { ManifestContent } from "@/lib/core/manifest/schema";
import type { ArchivedDecision } from "@/lib/core/post-release/archive";
import type { WindowState } from "@/lib/core/post-release/window";
import type { Stage, StageStatus } from "@/lib/core/release/stages";
import type { Suite } from "@/lib/core/scorecard/model";

export const PACK_KIND = "readiness.evidence-pack";
export const PACK_VERSION = 1;

/** How a signer proved who they are at the moment of signing; null: not on record. */
export type ConfirmedWith = "password" | "oidc" | null;

export type PackedRelease = {
  id: string;
  service: string;
  service_name: string;
  environment: string;
  environment_name: string;
  version: string;
  commit: string;
  created_at: string;
  created_by: string;
  stage: Stage;
  stage_status: StageStatus;
  /** When the rollout succeeded. */
  released_at: string | null;
  ended_at: string | null;
  rolled_back_to: string | null;
  lead_time_seconds: number | null;
  by_break_glass: boolean;
};
export type PackedManifest = {
  id: string;
  revision: number;
  /** SHA-256 over the RFC 8785 form of `content`. */
  digest: string;
  created_at: string;
  created_by: string;
  content: ManifestContent;
};
export type PackedSignature = {
  id: string;
  name: string;
  role: string;
  decision: "approve" | "reject";
  meaning: string;
  reason: string | null;
  on_behalf_of: string | null;
  revision: number;
  manifest_digest: string;
  signed_at: string;
  confirmed_with: ConfirmedWith;
  withdrawn_at: string | null;
  withdrawn_reason: string | null;
};
export type PackedDecision = ArchivedDecision & {
  summary: string;
  scorecard_id: string | null;
  scorecard_digest: string | null;
};
export type PackedWaiver = {
  id: string;
  check: string;
  finding: string | null;
  scope: "release" | "service";
  justification: string;
  mitigation: string;
  granted_at: string;
  granted_by: string;
  granted_role: string;
  expires_at: string;
  revoked_at: string | null;
  revoked_by: string | null;
  revoked_reason: string | null;
  superseded_by: string | null;
  /** Ids of the decisions that rest on it. */
  used_by: string[];
};
export type PackedRehearsal = {
  id: string;
  /** `decision`: the gate's decision names it; `latest`: no decision does, and it is the last one of this place. */
  basis: "decision" | "latest";
  outcome: "passed" | "failed" | "aborted";
  started_at: string;
  finished_at: string;
  from_version: string;
  to_version: string;
  participants: string[];
  gaps: string[];
  remediation: string | null;
  remediated_at: string | null;
  recorded_by: string;
  /** From its end to `aged_until`: the decision that names it, else the moment of the pack. */
  age_seconds: number;
  aged_until: string;
};
export type PackedScorecard = {
  id: string;
  run_id: string;
  commit: string;
  digest: string;
  generated_at: string;
  submitted_by: string;
  overall_passed: boolean;
  suites: Suite[];
};
export type PackedStage = { stage: Stage; status: StageStatus; at: string; by: string; note: string | null };
export type PackedRefusal = { stage: Stage; status: StageStatus; reason: string; at: string; by: string };
export type PackedDeployment = {
  id: string;
  source: string;
  external_id: string;
  state: DeploymentState;
  deployed_at: string;
  deployed_by: string | null;
  version: string | null;
  commit: string | null;
  artifacts: string[];
  match: DeploymentMatch;
  explanation: string;
  decision_id: string | null;
};
export type PackedIncident = {
  id: string;
  reference: string;
  title: string;
  severity: Severity;
  state: AnyIncidentState;
  declared_at: string;
  resolved_at: string | null;
  /** `cause`: a person named the release as its cause; `linked`: it is linked with the release or its manifest. */
  relation: "cause" | "linked";
};
export type PackedBreakGlass = {
  id: string;
  reason: string;
  requested_by: string;
  requested_at: string;
  expires_at: string;
  confirmed_by: string | null;
  confirmed_at: string | null;
  cancelled_at: string | null;
  used_at: string | null;
};
export type PackedVerification = {
  state: WindowState;
  opened_at: string;
  closes_at: string;
  ended_at: string | null;
  accepted_by: string | null;
  accepted_reason: string | null;
};
/** One ledger entry with the proof that it is in the ledger whose head the pack names. */
export type PackedEntry = {
  index: number;
  at: string;
  command: string;
  /** What was done, in words. */
  sentence: string;
  by: string | null;
  /** The entry's bytes as text (RFC 8785); its RFC 6962 leaf hash is `leaf`. */
  body: string;
  /** Hex. */
  leaf: string;
  /** RFC 6962 audit path from the leaf to `root`, hex. */
  path: string[];
};
export type PackedLedger = {
  /** Entries of the tenant's whole ledger at the moment of the pack, and its tree head over them, hex. */
  size: number;
  root: string;
  /** About the release and the evidence that it rests on, the oldest first. */
  entries: PackedEntry[];
};

/** Everything that an auditor asks of one release. Times in RFC 3339, digests `sha256:<hex>`; null: none on record. */
export type EvidencePack = {
  kind: typeof PACK_KIND;
  version: typeof PACK_VERSION;
  generated_at: string;
  generated_by: { kind: string; name: string };
  tenant: { name: string; sample: boolean };
  release: PackedRelease;
  /** The revision that shipped, or is in force; among `manifests`. */
  manifest_id: string | null;
  /** The newest revision first. */
  manifests: PackedManifest[];
  /** The first one first, those withdrawn or of earlier revisions too. */
  signatures: PackedSignature[];
  /** The decision that opened production, else the last one; among `decisions`. */
  decision_id: string | null;
  /** The latest first. */
  decisions: PackedDecision[];
  waivers: PackedWaiver[];
  rehearsal: PackedRehearsal | null;
  scorecard: PackedScorecard | null;
  stages: PackedStage[];
  refusals: PackedRefusal[];
  break_glasses: PackedBreakGlass[];
  verification: PackedVerification | null;
  deployments: PackedDeployment[];
  incidents: PackedIncident[];
  /** As it was at `generated_at`. */
  checklist: Checklist;
  archive: { digest: string; archived_at: string } | null;
  ledger: PackedLedger;
  /** What is on record but left out of this document for its size; the ledger holds it. */
  left_out: { decisions: number; ledger_entries: number };
};
