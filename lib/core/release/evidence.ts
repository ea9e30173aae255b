import { z } from "zod";

export const EVIDENCE_KINDS = [
  "scorecard",
  "draft",
  "manifest",
  "signature",
  "decision",
  "break-glass",
  "artifact",
  "rehearsal",
  "url",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What a stage rests on: a record of the registry by its id, a hash, or an address that somebody gave. */
export type StageEvidence = { kind: EvidenceKind; id: string | null; url: string | null; label: string };

/** An address that whoever advances a stage may give, such as the pipeline's run. */
export const evidenceLink = z.strictObject({
  label: z.string().trim().min(1, "say what it shows").max(200),
  url: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).max(2000),
});
export type EvidenceLink = z.output<typeof evidenceLink>;

export const linkEvidence = ({ label, url }: EvidenceLink): StageEvidence => ({ kind: "url", id: null, url, label });
export const recordEvidence = (kind: EvidenceKind, id: string, label: string): StageEvidence => ({
  kind,
  id,
  url: null,
  label,
});
/** Hashes that a stage was told of, `sha256:<hex>`. */
export const artifactEvidence = (hash: string): StageEvidence => ({
  kind: "artifact",
  id: null,
  url: null,
  label: hash,
});

/**
 * What is missing for a stage to succeed, in one sentence, or null. Readiness is proven by a run of its own commit and
 * environment; what that run found is judged at the gate, where a failing check may be waived.
 */
export function missingEvidence(
  stage: string,
  status: string,
  found: { hasScorecard: boolean; commit: string; environment: string },
): string | null {
  if (stage !== "readiness" || status !== "succeeded" || found.hasScorecard) return null;
  const { commit, environment } = found;
  return `readiness cannot succeed: there is no scorecard of commit ${commit.slice(0, 12)} for ${environment}. Submit it first.`;
}
