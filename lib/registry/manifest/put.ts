import { z } from "zod";
import { parseManifest } from "@/lib/core/manifest/parse";
import { command } from "../command";
import { findRelease, requireOpen } from "../release/find";
import { storeManifest } from "./store";

/** Puts a release's manifest. Any change makes a new revision, for which no earlier signature counts. */
export const putManifest = command({
  name: "manifest.put",
  permission: "manifest:put",
  input: z.strictObject({ releaseId: z.uuid(), content: z.unknown() }),
  async run(scope, input) {
    const content = parseManifest(input.content);
    const found = await findRelease(scope.tx, scope.actor, input.releaseId, "lock");
    requireOpen(found.release);
    return storeManifest(scope, found, content);
  },
});
