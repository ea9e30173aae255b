import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { completeManifest, manifestCompletion } from "@/lib/core/manifest/complete";
import { command } from "../command";
import { currentManifest, findRelease, requireOpen } from "../release/find";
import { manifestDraftOf } from "./draft";
import { storeManifest } from "./store";

/** Completes a release's manifest draft by what a person typed, and puts it as the first revision. */
export const completeDraft = command({
  name: "manifest.complete",
  permission: "manifest:put",
  input: z.strictObject({ releaseId: z.uuid(), ...manifestCompletion.shape }),
  async run(scope, { releaseId, ...typed }) {
    const { tx, actor } = scope;
    const found = await findRelease(tx, actor, releaseId, "lock");
    requireOpen(found.release);
    const draft = await manifestDraftOf(tx, actor, releaseId);
    if (!draft) throw new DomainError("conflict", "There is no draft of this release's manifest.");
    if (await currentManifest(tx, actor, releaseId)) {
      throw new DomainError("conflict", "A manifest has been put meanwhile; it is what people sign. Reload the page.");
    }
    return storeManifest(scope, found, completeManifest(draft.content, typed));
  },
});
