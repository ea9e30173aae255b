import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { evidencePack as packTable } from "@/db/schema/report";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import type { EvidencePack } from "@/lib/core/evidence-pack/model";
import { sealPack } from "@/lib/core/evidence-pack/seal";
import { read } from "../read";
import { isRecordId } from "../record-id";
import type { ReleaseRow } from "../release/find";
import { findReleaseByText } from "../release/find-by-text";
import { evidencePack } from "./document";

const MOST_ISSUED = 50;

export type IssuedPack = { id: string; digest: string; bytes: number; issuedAt: string; issuedBy: string };
/** `text` is exactly what `digest` is of. */
export type SealedPack = { pack: EvidencePack; text: string; digest: string };
export type PackView = {
  pack: EvidencePack;
  /** The pack as it was issued; null: it was put together now, without proofs, and is kept nowhere. */
  issued: IssuedPack | null;
};

/** A release's evidence as it is now, or as it was when the pack of the id `issued` was; `not_found` for any other id. */
export async function evidencePackView(actor: Actor, releaseId: string, issued?: string): Promise<PackView> {
  return read(actor, async (tx, now) => {
    const found = await findReleaseByText(tx, actor, releaseId);
    if (issued) return issuedPack(tx, found.release, issued);
    return { pack: await evidencePack(tx, actor, found, { now, withProofs: false }), issued: null };
  });
}

/** The same as a document that can be checked by itself. */
export async function sealedEvidencePack(actor: Actor, releaseId: string, issued?: string): Promise<SealedPack> {
  return read(actor, async (tx, now) => {
    const found = await findReleaseByText(tx, actor, releaseId);
    if (issued) return issuedPack(tx, found.release, issued);
    const pack = await evidencePack(tx, actor, found, { now, withProofs: true });
    return { pack, ...sealPack(pack) };
  });
}

async function issuedPack(tx: Tx, { tenantId, id: releaseId }: ReleaseRow, id: string): Promise<SealedPack & PackView> {
  const [row] = isRecordId(id)
    ? await tx
        .select()
        .from(packTable)
        .where(and(eq(packTable.tenantId, tenantId), eq(packTable.id, id), eq(packTable.releaseId, releaseId)))
    : [];
  if (!row) throw new DomainError("not_found", "There is no such evidence pack.");
  const { document: text, digest } = row;
  // Written by `evidence-pack.issue` alone, and never changed.
  const pack = JSON.parse(text) as EvidencePack;
  return { pack, text, digest, issued: issuedOf(row) };
}

/** The packs that were issued of a release, the latest first. */
export async function issuedPacks(actor: Actor, releaseId: string): Promise<{ items: IssuedPack[]; now: string }> {
  return read(actor, async (tx, now) => {
    const { release } = await findReleaseByText(tx, actor, releaseId);
    const { id, digest, bytes, issuedAt, byName } = packTable;
    const rows = await tx
      .select({ id, digest, bytes, issuedAt, byName })
      .from(packTable)
      .where(and(eq(packTable.tenantId, actor.tenantId), eq(packTable.releaseId, release.id)))
      .orderBy(desc(packTable.issuedAt), desc(packTable.id))
      .limit(MOST_ISSUED);
    return { items: rows.map(issuedOf), now: now.toISOString() };
  });
}

type Row = { id: string; digest: string; bytes: number; issuedAt: Date; byName: string };

const issuedOf = ({ id, digest, bytes, issuedAt, byName }: Row): IssuedPack => ({
  ...{ id, digest, bytes },
  issuedAt: issuedAt.toISOString(),
  issuedBy: byName,
});
