import { manifest } from "@/db/schema/release";
import { DomainError } from "@/lib/core/errors";
import { manifestMismatches } from "@/lib/core/manifest/match";
import { manifestDigest } from "@/lib/core/manifest/parse";
import type { ManifestContent } from "@/lib/core/manifest/schema";
import { doneByColumns } from "../actor-columns";
import type { CommandOutcome, CommandScope } from "../command";
import { newId } from "../id";
import { currentManifest, type FoundRelease } from "../release/find";
import { requestApprovals } from "../release/request-approvals";

export type StoredManifest = { id: string; revision: number; digest: string; changed: boolean };

/**
 * Keeps a manifest of a locked release as its next revision; the very content that is in force already changes nothing.
 * Once approvals were requested, each new revision asks for them again.
 */
export async function storeManifest(
  scope: CommandScope,
  found: FoundRelease,
  content: ManifestContent,
): Promise<CommandOutcome<StoredManifest>> {
  const { tx, actor } = scope;
  const releaseId = found.release.id;
  requireMatch(found, content);
  const current = await currentManifest(tx, actor, releaseId);
  const digest = manifestDigest(content);
  if (current?.digest === digest) {
    return { value: { id: current.id, revision: current.revision, digest, changed: false }, record: "unchanged" };
  }
  const at = await scope.readClock();
  const id = newId(at);
  const revision = (current?.revision ?? 0) + 1;
  const by = doneByColumns(actor);
  const row = { tenantId: actor.tenantId, id, releaseId, revision, digest, content, createdAt: at, ...by };
  await tx.insert(manifest).values(row);
  if (found.release.approvalsRequestedAt) await requestApprovals(scope, found, at);
  return {
    value: { id, revision, digest, changed: true },
    record: {
      kind: "manifest",
      subjects: [releaseId, id],
      data: { release: releaseId, manifest: id, revision, digest, replaces: current?.digest ?? null },
    },
  };
}

function requireMatch({ release, service, environment }: FoundRelease, content: ManifestContent): void {
  const { version, commit } = release;
  const wrong = manifestMismatches(content, { version, commit, service: service.slug, environment: environment.slug });
  if (wrong[0]) throw new DomainError("invalid", `manifest: ${wrong[0].path} ${wrong[0].message}`, wrong);
}
