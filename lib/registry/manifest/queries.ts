import { and, count, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { signature } from "@/db/schema/decision";
import { manifest } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { type Difference, manifestDifference } from "@/lib/core/manifest/difference";
import { type ManifestContent, manifestContent } from "@/lib/core/manifest/schema";
import { read } from "../read";
import { findReleaseByText } from "../release/find-by-text";

const MOST_REVISIONS = 100;

export type RevisionView = {
  id: string;
  revision: number;
  digest: string;
  createdAt: string;
  by: string;
  /** How many signed it, whether or not they withdrew later. */
  signatures: number;
};
export type ManifestView = {
  current: RevisionView & { content: ManifestContent };
  /** Newest first. */
  revisions: RevisionView[];
  /** What the current revision is compared with, and what differs; null for a first revision. */
  compared: { with: RevisionView; isLastSigned: boolean; differences: Difference[] } | null;
};

/**
 * The manifest in force, its revisions, and how it differs from `from`, else from the last earlier revision that
 * anybody signed, else from the one before. Null where none has been put.
 */
export async function manifestView(actor: Actor, releaseId: string, from?: number): Promise<ManifestView | null> {
  return read(actor, async (tx) => {
    const { release } = await findReleaseByText(tx, actor, releaseId);
    const revisions = await revisionsOf(tx, actor, release.id);
    const [newest, ...earlier] = revisions;
    if (!newest) return null;
    const content = await contentOf(tx, actor, newest.id);
    const lastSigned = earlier.find(({ signatures }) => signatures > 0);
    const base = earlier.find(({ revision }) => revision === from) ?? lastSigned ?? earlier[0];
    const compared = base && {
      with: base,
      isLastSigned: base === lastSigned,
      differences: manifestDifference(await contentOf(tx, actor, base.id), content),
    };
    return { current: { ...newest, content }, revisions, compared: compared ?? null };
  });
}

async function revisionsOf(tx: Tx, actor: Actor, releaseId: string): Promise<RevisionView[]> {
  const rows = await tx
    .select({
      id: manifest.id,
      revision: manifest.revision,
      digest: manifest.digest,
      createdAt: manifest.createdAt,
      by: manifest.byName,
      signatures: count(signature.id),
    })
    .from(manifest)
    .leftJoin(signature, and(eq(signature.tenantId, manifest.tenantId), eq(signature.manifestId, manifest.id)))
    .where(and(eq(manifest.tenantId, actor.tenantId), eq(manifest.releaseId, releaseId)))
    .groupBy(manifest.tenantId, manifest.id)
    .orderBy(desc(manifest.revision))
    .limit(MOST_REVISIONS);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

async function contentOf(tx: Tx, actor: Actor, manifestId: string): Promise<ManifestContent> {
  const [row] = await tx
    .select({ content: manifest.content })
    .from(manifest)
    .where(and(eq(manifest.tenantId, actor.tenantId), eq(manifest.id, manifestId)));
  return manifestContent.parse(row?.content);
}
