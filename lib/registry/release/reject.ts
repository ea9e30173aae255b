import { z } from "zod";
import { inOwnRight } from "@/lib/core/access";
import { requirePerson } from "../actor-columns";
import { command, requirePermission } from "../command";
import { advance } from "./advance";
import { findRelease } from "./find";

/** Ends a release before production, by somebody who could sign it. A rejection that is only signed can be withdrawn. */
export const rejectRelease = command({
  name: "release.reject",
  permission: "release:sign",
  input: z.strictObject({ releaseId: z.uuid(), note: z.string().trim().min(1, "say why").max(2000) }),
  async run(scope, { releaseId, note }) {
    // What is lent is good for a signature, which can be withdrawn; this cannot.
    requirePermission(inOwnRight(requirePerson(scope.actor)), "release:sign");
    const found = await findRelease(scope.tx, scope.actor, releaseId, "lock");
    return advance(scope, found, { releaseId, stage: "rejected", status: "succeeded", note });
  },
});
