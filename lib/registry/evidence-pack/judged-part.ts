import { and, asc, count, desc, eq, inArray, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decision, waiver } from "@/db/schema/decision";
import type { PackedDecision, PackedWaiver } from "@/lib/core/evidence-pack/model";
import type { Verdict } from "@/lib/core/gate/verdict";
import { waiversIn } from "@/lib/core/post-release/archive";
import type { ReleaseRow } from "../release/find";

export type JudgedPart = { decisions: PackedDecision[]; leftOut: number };

/** The latest `most` decisions of a release with all their checks, and the one that opened production wherever it stands. */
export async function decisionsPart(tx: Tx, row: ReleaseRow, most: number): Promise<JudgedPart> {
  const ofRelease = and(eq(decision.tenantId, row.tenantId), eq(decision.releaseId, row.id));
  const [counted] = await tx.select({ all: count() }).from(decision).where(ofRelease);
  const latest = await tx
    .select()
    .from(decision)
    .where(ofRelease)
    .orderBy(desc(decision.decidedAt), desc(decision.id))
    .limit(most);
  const opening = row.productionDecisionId;
  const isMissing = opening !== null && !latest.some(({ id }) => id === opening);
  const earlier = isMissing
    ? await tx
        .select()
        .from(decision)
        .where(and(ofRelease, eq(decision.id, opening)))
    : [];
  const rows = [...latest, ...earlier];
  return { decisions: rows.map(packedDecision), leftOut: (counted?.all ?? rows.length) - rows.length };
}

function packedDecision(row: typeof decision.$inferSelect): PackedDecision {
  const verdict = row.body as Verdict;
  return {
    id: row.id,
    kind: row.kind,
    summary: verdict.summary,
    decided_at: row.decidedAt.toISOString(),
    decided_by: row.byName,
    policy_version: row.policyVersion,
    policy_digest: row.policyDigest,
    manifest_digest: row.manifestDigest,
    scorecard_id: row.scorecardId,
    scorecard_digest: row.scorecardDigest,
    facts_digest: row.factsDigest,
    trace_id: row.traceId,
    verdict,
  };
}

/** Waivers of this release, and those of its whole service that a decision rests on, the first one first. */
export async function waiversPart(
  tx: Tx,
  row: ReleaseRow,
  decisions: readonly PackedDecision[],
): Promise<PackedWaiver[]> {
  const users = decisions.flatMap(({ id, verdict }) => waiversIn(verdict).map((used) => ({ used, by: id })));
  const named = [...new Set(users.map(({ used }) => used))];
  const rows = await tx
    .select()
    .from(waiver)
    .where(
      and(
        eq(waiver.tenantId, row.tenantId),
        or(eq(waiver.releaseId, row.id), named.length > 0 ? inArray(waiver.id, named) : undefined),
      ),
    )
    .orderBy(asc(waiver.grantedAt), asc(waiver.id));
  return rows.map((it) => ({
    ...packedWaiver(it),
    used_by: users.filter(({ used }) => used === it.id).map(({ by }) => by),
  }));
}

const packedWaiver = (row: typeof waiver.$inferSelect): Omit<PackedWaiver, "used_by"> => ({
  id: row.id,
  check: row.checkId,
  finding: row.finding,
  scope: row.releaseId === null ? "service" : "release",
  justification: row.justification,
  mitigation: row.mitigation,
  granted_at: row.grantedAt.toISOString(),
  granted_by: row.grantedByName,
  granted_role: row.grantedRole,
  expires_at: row.expiresAt.toISOString(),
  revoked_at: row.revokedAt?.toISOString() ?? null,
  revoked_by: row.revokedByName,
  revoked_reason: row.revokedReason,
  superseded_by: row.supersededById,
});
