import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { exportManifest, type ManifestExport } from "@/lib/core/manifest/export";
import { gateFacts } from "../gate-facts";
import { read } from "../read";
import { findRelease } from "../release/find";

/** `release-manifest.json` of a release: the revision in force with its signatures and waivers beside it. */
export async function exportedManifest(actor: Actor, releaseId: string): Promise<ManifestExport> {
  return read(actor, async (tx) => {
    const found = await findRelease(tx, actor, releaseId);
    const { manifest, signatures, waivers } = await gateFacts(tx, actor, found);
    if (manifest.state !== "found") throw new DomainError("not_found", "This release has no manifest yet.");
    const { content, digest, revision } = manifest.value;
    return exportManifest({
      content,
      digest,
      revision: revision ?? 1,
      approvals: signatures.state === "found" ? signatures.value : [],
      waivers: waivers.state === "found" ? waivers.value : [],
    });
  });
}
