import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { rehearsal } from "@/db/schema/evidence";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";
import { endFollowUps } from "./end-follow-ups";

/** Records what was mended after a failed rehearsal. The gate also wants a later rehearsal that passes. */
export const remediateRehearsal = command({
  name: "rehearsal.remediate",
  permission: "rehearsal:remediate",
  input: z.strictObject({
    rehearsalId: z.uuid(),
    remediation: z.string().trim().min(1, "say what was mended").max(5000),
  }),
  async run(scope, input) {
    const { tx, actor, now } = scope;
    const key = and(eq(rehearsal.tenantId, actor.tenantId), eq(rehearsal.id, input.rehearsalId));
    const [row] = await tx
      .update(rehearsal)
      .set({ remediation: input.remediation, remediatedAt: now, remediatedByName: actor.name })
      .where(and(key, eq(rehearsal.outcome, "failed"), isNull(rehearsal.remediatedAt)))
      .returning();
    if (!row) {
      const [known] = await tx.select().from(rehearsal).where(key);
      if (!known) throw new DomainError("not_found", "There is no such rehearsal.");
      const why = known.outcome === "failed" ? "has its remediation recorded already" : "did not fail";
      throw new DomainError("conflict", `This rehearsal ${why}.`);
    }
    const closed = await endFollowUps(scope, row);
    return {
      value: { id: row.id, remediatedAt: now.toISOString() },
      record: {
        kind: "rehearsal",
        subjects: [row.id, row.serviceId, ...closed],
        data: { rehearsal: row.id, remediation: input.remediation, closedActionItems: closed },
      },
    };
  },
});
