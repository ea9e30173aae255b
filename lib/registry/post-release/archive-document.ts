import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { breakGlass } from "@/db/schema/break-glass";
import { scorecard } from "@/db/schema/evidence";
import { stageEvent } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { checklist } from "@/lib/core/checklist/checklist";
import type { Verdict } from "@/lib/core/gate/verdict";
import { exportManifest, type ManifestExport } from "@/lib/core/manifest/export";
import {
  ARCHIVE_KIND,
  ARCHIVE_VERSION,
  type ArchiveDocument,
  type ArchivedApproval,
  type ArchivedBreakGlass,
  type ArchivedDecision,
  type ArchivedStage,
  waiversIn,
} from "@/lib/core/post-release/archive";
import { checklistFacts, whatIsArchived } from "../checklist/facts";
import { approvalFacts } from "../gate/approval-facts";
import { waiverFacts } from "../gate/waiver-facts";
import type { FoundRelease } from "../release/find";
import { type DecisionRow, type ShippedManifest, type SignatureRow, shippedOf, signaturesOn } from "./shipped";

/** Puts together everything that is kept of a release. */
export async function archiveDocument(tx: Tx, actor: Actor, found: FoundRelease, at: Date): Promise<ArchiveDocument> {
  const { decision, manifest } = await shippedOf(tx, actor, found);
  const signatures = manifest ? await signaturesOn(tx, actor, manifest.id) : [];
  const kept = {
    kind: ARCHIVE_KIND,
    version: ARCHIVE_VERSION,
    archived_at: at.toISOString(),
    release: releasePart(found),
    manifest: manifest && (await exported(tx, found, manifest)),
    approvals: signatures.map(approvalPart),
    waivers_in_use: decision ? waiversIn(decision.body as Verdict) : [],
    decision: decision && decisionPart(decision),
    scorecard: decision && (await scorecardPart(tx, decision)),
    break_glass: decision?.breakGlassId ? await breakGlassPart(tx, actor, decision.breakGlassId) : null,
    stages: await stagePart(tx, found),
  } as const;
  const held = { digest: null, ...whatIsArchived(kept) };
  return { ...kept, checklist: checklist(await checklistFacts(tx, actor, found, at, held)) };
}

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

const releasePart = ({ release, service, environment }: FoundRelease): ArchiveDocument["release"] => ({
  id: release.id,
  service: service.slug,
  environment: environment.slug,
  version: release.version,
  commit: release.commit,
  created_at: release.createdAt.toISOString(),
  created_by: release.byName,
  released_at: text(release.releasedAt),
  lead_time_seconds: release.leadTimeSeconds,
});

async function exported(tx: Tx, found: FoundRelease, manifest: ShippedManifest): Promise<ManifestExport> {
  const { id, revision, digest, content } = manifest;
  const fact = { state: "found", value: { id, revision, digest, content, submittedBy: null } } as const;
  const { signatures } = await approvalFacts(tx, found, fact);
  const approvals = signatures.state === "found" ? signatures.value : [];
  return exportManifest({ content, digest, revision, approvals, waivers: await waiverFacts(tx, found) });
}

const approvalPart = (row: SignatureRow): ArchivedApproval => ({
  id: row.id,
  name: row.printedName,
  role: row.role,
  decision: row.decision,
  meaning: row.meaning,
  reason: row.reason,
  manifest_digest: row.manifestDigest,
  signed_at: row.signedAt.toISOString(),
  withdrawn_at: text(row.withdrawnAt),
  on_behalf_of: row.onBehalfOfName,
});

const decisionPart = (row: DecisionRow): ArchivedDecision => ({
  id: row.id,
  kind: row.kind,
  decided_at: row.decidedAt.toISOString(),
  decided_by: row.byName,
  policy_version: row.policyVersion,
  policy_digest: row.policyDigest,
  manifest_digest: row.manifestDigest,
  facts_digest: row.factsDigest,
  trace_id: row.traceId,
  verdict: row.body as Verdict,
});

async function scorecardPart(tx: Tx, row: DecisionRow): Promise<ArchiveDocument["scorecard"]> {
  const { tenantId, scorecardId: id, scorecardDigest: digest } = row;
  if (!id) return null;
  const [run] = await tx
    .select({ runId: scorecard.runId })
    .from(scorecard)
    .where(and(eq(scorecard.tenantId, tenantId), eq(scorecard.id, id)));
  return { id, digest, run_id: run?.runId ?? null };
}

async function breakGlassPart(tx: Tx, actor: Actor, id: string): Promise<ArchivedBreakGlass | null> {
  const [row] = await tx
    .select()
    .from(breakGlass)
    .where(and(eq(breakGlass.tenantId, actor.tenantId), eq(breakGlass.id, id)));
  if (!row) return null;
  return {
    id,
    reason: row.reason,
    requested_by: row.requestedByName,
    requested_at: row.requestedAt.toISOString(),
    confirmed_by: row.confirmedByName,
    confirmed_at: text(row.confirmedAt),
    used_at: text(row.usedAt),
  };
}

async function stagePart(tx: Tx, { release }: FoundRelease): Promise<ArchivedStage[]> {
  const rows = await tx
    .select()
    .from(stageEvent)
    .where(and(eq(stageEvent.tenantId, release.tenantId), eq(stageEvent.releaseId, release.id)))
    .orderBy(asc(stageEvent.at), asc(stageEvent.id));
  return rows.map(({ stage, status, at, byName, note }) => ({
    stage,
    status,
    at: at.toISOString(),
    by: byName,
    note,
  }));
}
