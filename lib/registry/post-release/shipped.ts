import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decision, signature } from "@/db/schema/decision";
import { manifest } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { manifestContent } from "@/lib/core/manifest/schema";
import { currentManifest, type FoundRelease } from "../release/find";

export type DecisionRow = typeof decision.$inferSelect;
export type SignatureRow = typeof signature.$inferSelect;
export type ShippedManifest = NonNullable<Awaited<ReturnType<typeof currentManifest>>>;

/** The decision that opened production, and the manifest revision that it judged: a later one did not ship. */
export async function shippedOf(
  tx: Tx,
  actor: Actor,
  { release }: FoundRelease,
): Promise<{ decision: DecisionRow | null; manifest: ShippedManifest | null }> {
  const decisionId = release.productionDecisionId ?? release.lastDecisionId;
  const [opened] = decisionId
    ? await tx
        .select()
        .from(decision)
        .where(and(eq(decision.tenantId, actor.tenantId), eq(decision.id, decisionId)))
    : [];
  const [judged] = opened?.manifestId
    ? await tx
        .select()
        .from(manifest)
        .where(and(eq(manifest.tenantId, actor.tenantId), eq(manifest.id, opened.manifestId)))
    : [];
  const shipped = judged
    ? { ...judged, content: manifestContent.parse(judged.content) }
    : await currentManifest(tx, actor, release.id);
  return { decision: opened ?? null, manifest: shipped };
}

/** Every signature of a manifest revision, withdrawn ones too, in the order in which they were given. */
export async function signaturesOn(tx: Tx, actor: Actor, manifestId: string): Promise<SignatureRow[]> {
  return tx
    .select()
    .from(signature)
    .where(and(eq(signature.tenantId, actor.tenantId), eq(signature.manifestId, manifestId)))
    .orderBy(asc(signature.signedAt), asc(signature.id));
}

/** Approvals that were not withdrawn. */
export const standingApprovals = (rows: readonly SignatureRow[]): SignatureRow[] =>
  rows.filter((row) => row.decision === "approve" && row.withdrawnAt === null);
