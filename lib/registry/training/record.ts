import { z } from "zod";
import { trainingRecord } from "@/db/schema/approval";
import { trainingName } from "@/lib/core/approval/training";
import { invalid } from "@/lib/core/errors";
import { instantText } from "@/lib/core/instant";
import { doneByColumns, requirePerson } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { requireMember } from "../person/member";
import { requireNotFuture } from "../time";

const instant = instantText.transform((text) => new Date(text));

/** Records that a person completed a training, and until when that counts. */
export const recordTraining = command({
  name: "training.record",
  permission: "person:manage",
  input: z.strictObject({
    personId: z.uuid(),
    training: trainingName,
    completedAt: instant,
    /** Left out: it does not expire. */
    expiresAt: instant.optional(),
    evidenceUrl: z
      .url({ protocol: /^https?$/, error: "must be an http or https address" })
      .max(2000)
      .optional(),
  }),
  async run({ tx, actor, now }, { personId, training, completedAt, expiresAt, evidenceUrl }) {
    requirePerson(actor);
    await requireMember(tx, actor.tenantId, personId);
    requireNotFuture(completedAt, now, "completedAt");
    if (expiresAt && expiresAt <= completedAt) throw invalid("expiresAt", "must be after the training was completed");
    const id = newId(now);
    const row = { personId, training, evidenceUrl: evidenceUrl ?? null };
    await tx.insert(trainingRecord).values({
      tenantId: actor.tenantId,
      id,
      ...row,
      completedAt,
      expiresAt: expiresAt ?? null,
      recordedAt: now,
      ...doneByColumns(actor),
    });
    const times = { completedAt: completedAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null };
    return {
      value: { id, ...times },
      record: { kind: "training", subjects: [id, personId], data: { record: id, title: training, ...row, ...times } },
    };
  },
});
