import type { Checklist } from "@/lib/core/checklist/checklist";
import { canonicalJson, sha256 } from "@/lib/core/digest";
import type { Verdict } from "@/lib/core/gate/verdict";
import type { ManifestExport } from "@/lib/core/manifest/export";

export const ARCHIVE_KIND = "readiness.release-archive";
export const ARCHIVE_VERSION = 1;

/** Times in RFC 3339, digests `sha256:<hex>`; null where there is none on record. */
export type ArchivedApproval = {
  id: string;
  name: string;
  role: string;
  decision: "approve" | "reject";
  meaning: string;
  reason: string | null;
  manifest_digest: string;
  signed_at: string;
  withdrawn_at: string | null;
  on_behalf_of: string | null;
};
export type ArchivedDecision = {
  id: string;
  kind: "gate" | "break_glass";
  decided_at: string;
  decided_by: string;
  policy_version: number | null;
  policy_digest: string | null;
  manifest_digest: string | null;
  facts_digest: string;
  trace_id: string;
  /** As it was computed, with all its checks. */
  verdict: Verdict;
};
export type ArchivedBreakGlass = {
  id: string;
  reason: string;
  requested_by: string;
  requested_at: string;
  confirmed_by: string | null;
  confirmed_at: string | null;
  used_at: string | null;
};
export type ArchivedStage = { stage: string; status: string; at: string; by: string; note: string | null };

/** Everything that is kept of a release, in one document that stands on its own. */
export type ArchiveDocument = {
  kind: typeof ARCHIVE_KIND;
  version: typeof ARCHIVE_VERSION;
  archived_at: string;
  release: {
    id: string;
    service: string;
    environment: string;
    version: string;
    commit: string;
    created_at: string;
    created_by: string;
    released_at: string | null;
    lead_time_seconds: number | null;
  };
  /** The revision that shipped, as `release-manifest.json` has it. */
  manifest: ManifestExport | null;
  approvals: ArchivedApproval[];
  /** Ids, among the manifest's waivers, of those that the decision rested on. */
  waivers_in_use: string[];
  decision: ArchivedDecision | null;
  scorecard: { id: string | null; digest: string | null; run_id: string | null } | null;
  break_glass: ArchivedBreakGlass | null;
  stages: ArchivedStage[];
  /** As it was at `archived_at`. */
  checklist: Checklist;
};

/** The document's one form, byte by byte (RFC 8785), and the SHA-256 of exactly these bytes. */
export function sealArchive(document: ArchiveDocument): { text: string; digest: string } {
  const text = canonicalJson(document);
  return { text, digest: sha256(text) };
}

/** The waivers that a verdict rested on, each once, in order. */
export const waiversIn = (verdict: Pick<Verdict, "checks">): string[] =>
  [...new Set(verdict.checks.flatMap(({ waiverIds }) => waiverIds))].sort();
