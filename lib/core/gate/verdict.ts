import type { CheckId } from "./check-ids";

export type VerdictWord = "approve" | "waiver_required" | "reject";
export type Outcome = "pass" | "fail" | "missing" | "error";

/** Where a check's evidence is: a record of the registry (`kind` + `id`) and the words of its link. */
export type Evidence = {
  kind: "scorecard" | "metrics" | "manifest" | "rehearsal" | "waiver" | "incident" | "release" | "policy" | "calendar";
  id: string | null;
  label: string;
  /** When the evidence was produced, RFC 3339; null where it has no time. */
  at: string | null;
};

/** One check of the policy, judged. */
export type CheckResult = {
  id: CheckId;
  title: string;
  outcome: Outcome;
  blocking: boolean;
  waivable: boolean;
  /** Every finding that failed is covered by a waiver that is valid at the time of judgement. */
  waived: boolean;
  waiverIds: string[];
  observed: number | string | null;
  threshold: number | string | null;
  unit: string | null;
  evidence: Evidence | null;
  /** One line for each suite, finding, role … that failed. Empty when the check passes. */
  details: string[];
  /** What to do, in words; empty when the check passes. */
  remedy: string;
  /** Who can do it: a role or "pipeline". */
  owner: string;
};

/** One thing to do that clears `clears`. */
export type Fix = {
  action: string;
  /** Role or "pipeline". */
  owner: string;
  /** People who can do it now, by name; empty for pipelines or where nobody holds the role. */
  people: string[];
  clears: CheckId[];
};

/** The gate's answer. Plain JSON: stored, sent and compared to the byte. */
export type Verdict = {
  verdict: VerdictWord;
  /** One sentence why. */
  summary: string;
  checks: CheckResult[];
  /** The smallest set of things that would unblock; empty when approved. */
  fixes: Fix[];
  policyDigest: string | null;
  factsDigest: string;
  /** The instant judged, RFC 3339. */
  at: string;
};
