import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { signature } from "@/db/schema/decision";
import { manifest, stageEvent, stageRefusal } from "@/db/schema/release";
import type { Actor, Role } from "@/lib/core/access";
import type { Stage, StageStatus } from "@/lib/core/release/stages";
import { type StageStep, stageTimeline } from "@/lib/core/release/timeline";
import { read } from "../read";
import { findReleaseByText } from "./find-by-text";

const MOST_EVENTS = 200;
const MOST_REFUSALS = 20;
const MOST_SIGNATURES = 200;

export type RefusalView = {
  id: string;
  stage: Stage;
  status: StageStatus;
  reason: string;
  missingStage: Stage | null;
  decisionId: string | null;
  at: string;
  by: string;
};
export type StageHistory = {
  steps: StageStep[];
  /** The latest first. */
  refusals: RefusalView[];
};

/** How a release came through its stages, and which attempts to move it were refused. */
export async function stageHistory(actor: Actor, releaseId: string): Promise<StageHistory> {
  return read(actor, async (tx) => {
    const { release } = await findReleaseByText(tx, actor, releaseId);
    const newest = await tx
      .select()
      .from(stageEvent)
      .where(and(eq(stageEvent.tenantId, actor.tenantId), eq(stageEvent.releaseId, release.id)))
      .orderBy(desc(stageEvent.at), desc(stageEvent.id))
      .limit(MOST_EVENTS);
    const events = newest.toReversed().map(({ stage, status, note, evidence, at, byName }) => {
      return { stage, status, note, evidence, at: at.toISOString(), by: byName };
    });
    const steps = stageTimeline({ stage: release.stage, status: release.stageStatus }, events);
    return { steps, refusals: await refusalsOf(tx, actor, release.id) };
  });
}

async function refusalsOf(tx: Tx, actor: Actor, releaseId: string): Promise<RefusalView[]> {
  const rows = await tx
    .select()
    .from(stageRefusal)
    .where(and(eq(stageRefusal.tenantId, actor.tenantId), eq(stageRefusal.releaseId, releaseId)))
    .orderBy(desc(stageRefusal.at), desc(stageRefusal.id))
    .limit(MOST_REFUSALS);
  return rows.map(({ id, stage, status, reason, missingStage, decisionId, at, byName }) => {
    return { id, stage, status, reason, missingStage, decisionId, at: at.toISOString(), by: byName };
  });
}

export type SignatureView = {
  id: string;
  name: string;
  role: Role;
  /** Name of whom the signer acted for; null: nobody. */
  onBehalfOf: string | null;
  decision: "approve" | "reject";
  meaning: string;
  reason: string | null;
  signedAt: string;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
  manifestDigest: string;
  revision: number;
  /** Of the manifest revision in force; others no longer count. */
  isCurrent: boolean;
};

/** Every signature of a release, the latest first, those withdrawn or of earlier revisions too. */
export async function signatureHistory(actor: Actor, releaseId: string): Promise<SignatureView[]> {
  return read(actor, async (tx) => {
    const { release } = await findReleaseByText(tx, actor, releaseId);
    const [newest] = await tx
      .select({ id: manifest.id })
      .from(manifest)
      .where(and(eq(manifest.tenantId, actor.tenantId), eq(manifest.releaseId, release.id)))
      .orderBy(desc(manifest.revision))
      .limit(1);
    const rows = await tx
      .select({ signature, revision: manifest.revision })
      .from(signature)
      .innerJoin(manifest, and(eq(manifest.tenantId, signature.tenantId), eq(manifest.id, signature.manifestId)))
      .where(and(eq(signature.tenantId, actor.tenantId), eq(signature.releaseId, release.id)))
      .orderBy(desc(signature.signedAt), desc(signature.id))
      .limit(MOST_SIGNATURES);
    return rows.map(({ signature: row, revision }) => ({
      id: row.id,
      name: row.printedName,
      role: row.role,
      onBehalfOf: row.onBehalfOfName,
      decision: row.decision,
      meaning: row.meaning,
      reason: row.reason,
      signedAt: row.signedAt.toISOString(),
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      withdrawnReason: row.withdrawnReason,
      manifestDigest: row.manifestDigest,
      revision,
      isCurrent: row.manifestId === newest?.id,
    }));
  });
}
