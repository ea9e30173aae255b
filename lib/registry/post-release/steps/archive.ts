import { and, eq } from "drizzle-orm";
import { releaseArchive } from "@/db/schema/post-release";
import { sealArchive } from "@/lib/core/post-release/archive";
import { archiveDocument } from "../archive-document";
import type { StepWork } from "../step-work";

/** Keeps everything about the release in one sealed document, once: a stored archive is never made anew. */
export const archiveStep: StepWork = async ({ tx, actor, now }, found) => {
  const { tenantId, id: releaseId } = found.release;
  const [known] = await tx
    .select({ digest: releaseArchive.digest })
    .from(releaseArchive)
    .where(and(eq(releaseArchive.tenantId, tenantId), eq(releaseArchive.releaseId, releaseId)));
  if (known) return { result: { digest: known.digest }, kind: "archive", data: { digest: known.digest } };
  const document = await archiveDocument(tx, actor, found, now);
  const { text, digest } = sealArchive(document);
  await tx.insert(releaseArchive).values({ tenantId, releaseId, digest, document: text, archivedAt: now });
  const { manifest, decision } = document;
  const data = {
    digest,
    bytes: Buffer.byteLength(text),
    manifestDigest: manifest?.digest ?? null,
    decision: decision?.id ?? null,
  };
  return { result: { digest }, kind: "archive", data, subjects: decision ? [decision.id] : [] };
};
