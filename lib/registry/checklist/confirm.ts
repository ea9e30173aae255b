import { z } from "zod";
import { checklistConfirmation } from "@/db/schema/post-release";
import { canConfirm, undocumented } from "@/lib/core/checklist/runbooks";
import { DomainError } from "@/lib/core/errors";
import { doneByColumns, requirePerson } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { findRelease } from "../release/find";
import { previousRelease } from "../release/previous";
import { runbookFacts } from "./facts";

/** A person's word, with a reason, for what data cannot tell: that the new metrics named need no runbook of their own. */
export const confirmChecklist = command({
  name: "checklist.confirm",
  permission: "release:verify",
  input: z.strictObject({
    releaseId: z.uuid(),
    item: z.enum(["runbooks"]),
    reason: z.string().trim().min(1, "say why").max(2000),
  }),
  async run({ tx, actor, now }, { releaseId, item, reason }) {
    requirePerson(actor);
    const found = await findRelease(tx, actor, releaseId, "lock");
    const before = await previousRelease(tx, found, found.release.releasedAt ?? now);
    const facts = await runbookFacts(tx, found, before);
    if (!canConfirm(facts)) throw new DomainError("conflict", "There is nothing to confirm: the runbooks are settled.");
    const metrics = undocumented(facts);
    const id = newId(now);
    await tx.insert(checklistConfirmation).values({
      ...{ tenantId: actor.tenantId, id, releaseId, item, metrics, reason },
      confirmedAt: now,
      ...doneByColumns(actor),
    });
    return {
      value: { id, releaseId, item },
      record: { kind: "checklist", subjects: [releaseId, id], data: { release: releaseId, item, metrics, reason } },
    };
  },
});
