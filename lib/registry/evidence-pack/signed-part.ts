import { and, asc, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { signature } from "@/db/schema/decision";
import { manifest } from "@/db/schema/release";
import type { ConfirmedWith, PackedManifest, PackedSignature } from "@/lib/core/evidence-pack/model";
import { manifestContent } from "@/lib/core/manifest/schema";
import type { ReleaseRow } from "../release/find";

/** Every revision of a release's manifest, the newest first. */
export async function manifestsPart(tx: Tx, { tenantId, id }: ReleaseRow): Promise<PackedManifest[]> {
  const rows = await tx
    .select()
    .from(manifest)
    .where(and(eq(manifest.tenantId, tenantId), eq(manifest.releaseId, id)))
    .orderBy(desc(manifest.revision));
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    digest: row.digest,
    created_at: row.createdAt.toISOString(),
    created_by: row.byName,
    content: manifestContent.parse(row.content),
  }));
}

/** Every signature of a release, in the order in which they were given. */
export async function signaturesPart(
  tx: Tx,
  { tenantId, id }: ReleaseRow,
  confirmations: ReadonlyMap<string, ConfirmedWith>,
): Promise<PackedSignature[]> {
  const rows = await tx
    .select({ it: signature, revision: manifest.revision })
    .from(signature)
    .innerJoin(manifest, and(eq(manifest.tenantId, signature.tenantId), eq(manifest.id, signature.manifestId)))
    .where(and(eq(signature.tenantId, tenantId), eq(signature.releaseId, id)))
    .orderBy(asc(signature.signedAt), asc(signature.id));
  return rows.map(({ it, revision }) => ({
    id: it.id,
    name: it.printedName,
    role: it.role,
    decision: it.decision,
    meaning: it.meaning,
    reason: it.reason,
    on_behalf_of: it.onBehalfOfName,
    revision,
    manifest_digest: it.manifestDigest,
    signed_at: it.signedAt.toISOString(),
    confirmed_with: confirmations.get(it.id) ?? null,
    withdrawn_at: it.withdrawnAt?.toISOString() ?? null,
    withdrawn_reason: it.withdrawnReason,
  }));
}
