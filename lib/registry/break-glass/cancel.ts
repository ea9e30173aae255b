import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { breakGlass } from "@/db/schema/break-glass";
import { can, rolesWith } from "@/lib/core/access";
import { breakGlassState } from "@/lib/core/break-glass/state";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { lockBreakGlass } from "./find";

/** Ends a break-glass that has not been used, by anybody who may ask for one or confirm one. */
export const cancelBreakGlass = command({
  name: "break-glass.cancel",
  permission: "read",
  input: z.strictObject({
    breakGlassId: z.uuid(),
    reason: z.string().trim().min(1, "say why it is cancelled").max(5000),
  }),
  async run({ tx, actor, readClock }, { breakGlassId, reason }) {
    const { row } = await lockBreakGlass(tx, requirePerson(actor), breakGlassId);
    if (!can(actor, "break-glass:request") && !can(actor, "break-glass:confirm")) {
      const roles = [...new Set([...rolesWith("break-glass:request"), ...rolesWith("break-glass:confirm")])];
      throw new DomainError("forbidden", `Cancelling a break-glass takes ${roles.join(" or ")}.`);
    }
    const at = await readClock();
    const cancelled = await tx
      .update(breakGlass)
      .set({ cancelledAt: at, cancelledByName: actor.name, cancelledReason: reason })
      .where(
        and(
          eq(breakGlass.tenantId, actor.tenantId),
          eq(breakGlass.id, row.id),
          isNull(breakGlass.usedAt),
          isNull(breakGlass.cancelledAt),
          gt(breakGlass.expiresAt, at),
        ),
      )
      .returning({ id: breakGlass.id });
    if (cancelled.length === 0) {
      throw new DomainError("conflict", `This break-glass is ${breakGlassState(row, at)} already.`);
    }
    return {
      value: { id: row.id, releaseId: row.releaseId },
      record: {
        kind: "break-glass",
        subjects: [row.releaseId, row.id],
        data: { breakGlass: row.id, release: row.releaseId, said: "cancelled", reason },
      },
    };
  },
});
