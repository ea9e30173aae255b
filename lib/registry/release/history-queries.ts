import { and, asc, desc, eq } from "drizzle-orm";
import { signature } from "@/db/schema/decision";
import { manifest, stageEvent } from "@/db/schema/release";
import type { Actor, Role } from "@/lib/core/access";
import { read } from "../read";
import { findReleaseByText } from "./find-by-text";

const MOST_EVENTS = 200;
const MOST_SIGNATURES = 200;

export type StageEventView = {
  id: string;
  stage: string;
  status: string;
  note: string | null;
  at: string;
  by: string;
};

/** What happened to a release's stages, oldest first. */
export async function stageEvents(actor: Actor, releaseId: string): Promise<StageEventView[]> {
  return read(actor, async (tx) => {
    const { release } = await findReleaseByText(tx, actor, releaseId);
    const rows = await tx
      .select()
      .from(stageEvent)
      .where(and(eq(stageEvent.tenantId, actor.tenantId), eq(stageEvent.releaseId, release.id)))
      .orderBy(asc(stageEvent.at), asc(stageEvent.id))
      .limit(MOST_EVENTS);
    return rows.map(({ id, stage, status, note, at, byName }) => {
      return { id, stage, status, note, at: at.toISOString(), by: byName };
    });
  });
}

export type SignatureView = {
  id: string;
  name: string;
  role: Role;
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
