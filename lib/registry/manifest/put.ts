import { z } from "zod";
import { manifest } from "@/db/schema/release";
import { DomainError } from "@/lib/core/errors";
import { manifestMismatches } from "@/lib/core/manifest/match";
import { manifestDigest, parseManifest } from "@/lib/core/manifest/parse";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { currentManifest, findRelease, requireOpen } from "../release/find";

/** Puts a release's manifest. Any change makes a new revision, for which no earlier signature counts. */
export const putManifest = command({
  name: "manifest.put",
  permission: "manifest:put",
  input: z.strictObject({ releaseId: z.uuid(), content: z.unknown() }),
  async run({ tx, actor, readClock }, input) {
    const content = parseManifest(input.content);
    const found = await findRelease(tx, actor, input.releaseId, "lock");
    requireOpen(found.release);
    const wrong = manifestMismatches(content, {
      version: found.release.version,
      commit: found.release.commit,
      service: found.service.slug,
      environment: found.environment.slug,
    });
    if (wrong[0]) throw new DomainError("invalid", `manifest: ${wrong[0].path} ${wrong[0].message}`, wrong);
    const current = await currentManifest(tx, actor, input.releaseId);
    const digest = manifestDigest(content);
    if (current?.digest === digest) {
      return { value: { id: current.id, revision: current.revision, digest, changed: false }, record: "unchanged" };
    }
    const at = await readClock();
    const id = newId(at);
    const revision = (current?.revision ?? 0) + 1;
    await tx.insert(manifest).values({
      tenantId: actor.tenantId,
      id,
      releaseId: input.releaseId,
      revision,
      digest,
      content,
      createdAt: at,
      ...doneByColumns(actor),
    });
    return {
      value: { id, revision, digest, changed: true },
      record: {
        kind: "manifest",
        subjects: [input.releaseId, id],
        data: { release: input.releaseId, manifest: id, revision, digest, replaces: current?.digest ?? null },
      },
    };
  },
});
