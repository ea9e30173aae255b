import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import type { ManifestDraft } from "@/lib/core/manifest/draft";
import { read } from "../read";
import { currentManifest } from "../release/find";
import { findReleaseByText } from "../release/find-by-text";
import { manifestDraftOf } from "./draft";

export type ManifestDraftView = ManifestDraft & { releaseId: string; draftedAt: string };

/** The draft of a release's manifest; null where there is none, or a manifest has been put and it counts no more. */
export async function manifestDraftView(actor: Actor, releaseId: string): Promise<ManifestDraftView | null> {
  return read(actor, async (tx) => {
    const { release } = await findReleaseByText(tx, actor, releaseId);
    const draft = await manifestDraftOf(tx, actor, release.id);
    if (!draft || (await currentManifest(tx, actor, release.id))) return null;
    const { content, missing, draftedAt } = draft;
    return { releaseId: release.id, content, missing, draftedAt: draftedAt.toISOString() };
  });
}

/** The same for programs: `not_found` where there is none. */
export async function requireManifestDraft(actor: Actor, releaseId: string): Promise<ManifestDraftView> {
  const draft = await manifestDraftView(actor, releaseId);
  if (draft) return draft;
  throw new DomainError("not_found", "There is no draft: entering staging makes one, unless a manifest has been put.");
}
