import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";
import { currentManifest, findRelease, requireOpen } from "../release/find";
import { storeDraft } from "./draft";

/** Drafts a release's manifest from the latest evidence, at any time before one is put. */
export const draftReleaseManifest = command({
  name: "manifest.draft",
  permission: "manifest:put",
  input: z.strictObject({ releaseId: z.uuid() }),
  async run(scope, { releaseId }) {
    const { tx, actor } = scope;
    const found = await findRelease(tx, actor, releaseId, "lock");
    requireOpen(found.release);
    const put = await currentManifest(tx, actor, releaseId);
    if (put)
      throw new DomainError("conflict", `Revision ${put.revision} of the manifest has been put: no draft is needed.`);
    const at = await scope.readClock();
    const draft = await storeDraft(scope, found, at);
    const missing = draft.missing.map(({ path }) => path);
    return {
      value: { releaseId, ...draft, draftedAt: at.toISOString() },
      record: { kind: "manifest", subjects: [releaseId], data: { release: releaseId, drafted: true, missing } },
    };
  },
});
