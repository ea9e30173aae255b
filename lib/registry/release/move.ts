import { and, eq } from "drizzle-orm";
import { release, stageEvent } from "@/db/schema/release";
import { isSettled } from "@/lib/core/gate/standing";
import type { StageEvidence } from "@/lib/core/release/evidence";
import { leadTimeSeconds } from "@/lib/core/release/lead-time";
import type { StageState } from "@/lib/core/release/stages";
import { doneByColumns } from "../actor-columns";
import type { CommandScope } from "../command";
import { newId } from "../id";
import type { FoundRelease } from "./find";

export type StageMove = {
  next: StageState;
  /** The release has ended with this. */
  ended: boolean;
  at: Date;
  note: string | null;
  evidence: readonly StageEvidence[];
  /** The decision that lets a rollout start. */
  entry: { decisionId: string } | null;
  rolledBackTo: string | null;
};

/** Brings a locked release to a stage that the rules allow, and keeps the event. Gives the release as it is then. */
export async function moveStage(
  { tx, actor }: CommandScope,
  found: FoundRelease,
  move: StageMove,
): Promise<FoundRelease> {
  const key = and(eq(release.tenantId, actor.tenantId), eq(release.id, found.release.id));
  const changes = changesOf(found, move);
  await tx.update(release).set(changes).where(key);
  await tx.insert(stageEvent).values({
    tenantId: actor.tenantId,
    id: newId(move.at),
    releaseId: found.release.id,
    stage: move.next.stage,
    status: move.next.status,
    note: move.note,
    evidence: [...move.evidence],
    at: move.at,
    ...doneByColumns(actor),
  });
  return { ...found, release: { ...found.release, ...changes } };
}

function changesOf({ release: before }: FoundRelease, { next, ended, at, entry, rolledBackTo }: StageMove) {
  const isReleased = next.stage === "production" && next.status === "succeeded";
  return {
    stage: next.stage,
    stageStatus: next.status,
    endedAt: ended ? at : before.endedAt,
    settledAt: isSettled(next.stage) ? (before.settledAt ?? at) : null,
    productionStartedAt: entry ? at : before.productionStartedAt,
    productionDecisionId: entry ? entry.decisionId : before.productionDecisionId,
    releasedAt: isReleased ? at : before.releasedAt,
    leadTimeSeconds: isReleased ? leadTimeSeconds(before.createdAt, at) : before.leadTimeSeconds,
    rolledBackTo: rolledBackTo ?? before.rolledBackTo,
  };
}
