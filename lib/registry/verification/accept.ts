import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { verificationWindow } from "@/db/schema/post-release";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { findRelease } from "../release/find";

/** A person closes a flagged window, with a reason that stays beside it. It is accepted then, and never passed. */
export const acceptVerification = command({
  name: "verification.accept",
  permission: "release:verify",
  input: z.strictObject({
    releaseId: z.uuid(),
    reason: z.string().trim().min(1, "say why this can be accepted").max(2000),
  }),
  async run({ tx, actor, now }, { releaseId, reason }) {
    const person = requirePerson(actor);
    await findRelease(tx, actor, releaseId, "lock");
    const key = and(eq(verificationWindow.tenantId, actor.tenantId), eq(verificationWindow.releaseId, releaseId));
    const accepted = {
      acceptedAt: now,
      acceptedById: person.id,
      acceptedByName: person.name,
      acceptedReason: reason,
    };
    const changed = await tx
      .update(verificationWindow)
      .set({ state: "accepted", ...accepted })
      .where(and(key, eq(verificationWindow.state, "flagged")))
      .returning({ judgement: verificationWindow.judgement });
    if (changed.length === 0) {
      throw new DomainError("conflict", "Only a verification that is flagged can be accepted.");
    }
    return {
      value: { releaseId, state: "accepted" as const },
      record: {
        kind: "verification",
        subjects: [releaseId, person.id],
        data: { release: releaseId, state: "accepted", reason, was: "flagged" },
      },
    };
  },
});
