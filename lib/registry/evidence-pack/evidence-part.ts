import { and, desc, eq, lte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rehearsal, scorecard } from "@/db/schema/evidence";
import type { PackedDecision, PackedRehearsal, PackedScorecard } from "@/lib/core/evidence-pack/model";
import type { Scorecard } from "@/lib/core/scorecard/model";
import { isRecordId } from "../record-id";
import type { ReleaseRow } from "../release/find";

/** The rollback rehearsal that a decision names; without one the last of the release's place before `now`. */
export async function rehearsalPart(
  tx: Tx,
  release: ReleaseRow,
  decision: PackedDecision | undefined,
  now: Date,
): Promise<PackedRehearsal | null> {
  const named = decision?.verdict.checks.find(({ evidence }) => evidence?.kind === "rehearsal")?.evidence?.id;
  const basis = named && isRecordId(named) ? ("decision" as const) : ("latest" as const);
  const place = and(eq(rehearsal.serviceId, release.serviceId), eq(rehearsal.environmentId, release.environmentId));
  const which = named && basis === "decision" ? eq(rehearsal.id, named) : and(place, lte(rehearsal.finishedAt, now));
  const [row] = await tx
    .select()
    .from(rehearsal)
    .where(and(eq(rehearsal.tenantId, release.tenantId), which))
    .orderBy(desc(rehearsal.finishedAt), desc(rehearsal.id))
    .limit(1);
  if (!row) return null;
  const until = basis === "decision" && decision ? new Date(decision.decided_at) : now;
  return {
    id: row.id,
    basis,
    outcome: row.outcome,
    started_at: row.startedAt.toISOString(),
    finished_at: row.finishedAt.toISOString(),
    from_version: row.fromVersion,
    to_version: row.toVersion,
    participants: row.participants,
    gaps: row.gaps,
    remediation: row.remediation,
    remediated_at: row.remediatedAt?.toISOString() ?? null,
    recorded_by: row.byName,
    age_seconds: Math.round((until.getTime() - row.finishedAt.getTime()) / 1000),
    aged_until: until.toISOString(),
  };
}

/** The scorecard that a decision rests on; without one the last of the release's commit in its place. */
export async function scorecardPart(
  tx: Tx,
  release: ReleaseRow,
  decision: PackedDecision | undefined,
): Promise<PackedScorecard | null> {
  const ofRelease = and(
    eq(scorecard.serviceId, release.serviceId),
    eq(scorecard.environmentId, release.environmentId),
    eq(scorecard.commit, release.commit),
  );
  const [row] = await tx
    .select()
    .from(scorecard)
    .where(
      and(
        eq(scorecard.tenantId, release.tenantId),
        decision?.scorecard_id ? eq(scorecard.id, decision.scorecard_id) : ofRelease,
      ),
    )
    .orderBy(desc(scorecard.generatedAt), desc(scorecard.id))
    .limit(1);
  if (!row) return null;
  return {
    id: row.id,
    run_id: row.runId,
    commit: row.commit,
    digest: row.digest,
    generated_at: row.generatedAt.toISOString(),
    submitted_by: row.byName,
    overall_passed: row.overallPassed,
    suites: (row.model as Scorecard).suites,
  };
}
