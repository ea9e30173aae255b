import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { breakGlass } from "@/db/schema/break-glass";
import { deployment } from "@/db/schema/deployment";
import { releaseArchive, verificationWindow } from "@/db/schema/post-release";
import { stageEvent, stageRefusal } from "@/db/schema/release";
import type { EvidencePack } from "@/lib/core/evidence-pack/model";
import type { ReleaseRow } from "../release/find";

export type RolloutPart = Pick<
  EvidencePack,
  "stages" | "refusals" | "break_glasses" | "verification" | "deployments" | "archive"
>;

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

/** How a release came through its stages, past which refusals, and what is known of what was deployed. */
export async function rolloutPart(tx: Tx, row: ReleaseRow): Promise<RolloutPart> {
  const events = await tx
    .select()
    .from(stageEvent)
    .where(and(eq(stageEvent.tenantId, row.tenantId), eq(stageEvent.releaseId, row.id)))
    .orderBy(asc(stageEvent.at), asc(stageEvent.id));
  const refused = await tx
    .select()
    .from(stageRefusal)
    .where(and(eq(stageRefusal.tenantId, row.tenantId), eq(stageRefusal.releaseId, row.id)))
    .orderBy(asc(stageRefusal.at), asc(stageRefusal.id));
  const [archived] = await tx
    .select({ digest: releaseArchive.digest, at: releaseArchive.archivedAt })
    .from(releaseArchive)
    .where(and(eq(releaseArchive.tenantId, row.tenantId), eq(releaseArchive.releaseId, row.id)));
  return {
    stages: events.map(({ stage, status, at, byName, note }) => {
      return { stage, status, at: at.toISOString(), by: byName, note };
    }),
    refusals: refused.map(({ stage, status, reason, at, byName }) => {
      return { stage, status, reason, at: at.toISOString(), by: byName };
    }),
    break_glasses: await breakGlasses(tx, row),
    verification: await verification(tx, row),
    deployments: await deployments(tx, row),
    archive: archived ? { digest: archived.digest, archived_at: archived.at.toISOString() } : null,
  };
}

async function breakGlasses(tx: Tx, { tenantId, id }: ReleaseRow): Promise<RolloutPart["break_glasses"]> {
  const rows = await tx
    .select()
    .from(breakGlass)
    .where(and(eq(breakGlass.tenantId, tenantId), eq(breakGlass.releaseId, id)))
    .orderBy(asc(breakGlass.requestedAt), asc(breakGlass.id));
  return rows.map((row) => ({
    id: row.id,
    reason: row.reason,
    requested_by: row.requestedByName,
    requested_at: row.requestedAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
    confirmed_by: row.confirmedByName,
    confirmed_at: text(row.confirmedAt),
    cancelled_at: text(row.cancelledAt),
    used_at: text(row.usedAt),
  }));
}

async function verification(tx: Tx, { tenantId, id }: ReleaseRow): Promise<RolloutPart["verification"]> {
  const [row] = await tx
    .select()
    .from(verificationWindow)
    .where(and(eq(verificationWindow.tenantId, tenantId), eq(verificationWindow.releaseId, id)));
  if (!row) return null;
  return {
    state: row.state,
    opened_at: row.openedAt.toISOString(),
    closes_at: row.closesAt.toISOString(),
    ended_at: text(row.endedAt),
    accepted_by: row.acceptedByName,
    accepted_reason: row.acceptedReason,
  };
}

async function deployments(tx: Tx, { tenantId, id }: ReleaseRow): Promise<RolloutPart["deployments"]> {
  const rows = await tx
    .select()
    .from(deployment)
    .where(and(eq(deployment.tenantId, tenantId), eq(deployment.releaseId, id)))
    .orderBy(asc(deployment.deployedAt), asc(deployment.id));
  return rows.map((row) => ({
    id: row.id,
    source: row.source,
    external_id: row.externalId,
    state: row.state,
    deployed_at: row.deployedAt.toISOString(),
    deployed_by: row.deployedBy,
    version: row.version,
    commit: row.commit,
    artifacts: row.artifacts,
    match: row.match,
    explanation: row.explanation,
    decision_id: row.decisionId,
  }));
}
