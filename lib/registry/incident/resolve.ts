import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { incident } from "@/db/schema/incident";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";

export const resolveIncident = command({
  name: "incident.resolve",
  permission: "incident:resolve",
  input: z.strictObject({ incidentId: z.uuid() }),
  async run({ tx, actor, now }, input) {
    const key = and(eq(incident.tenantId, actor.tenantId), eq(incident.id, input.incidentId));
    const [row] = await tx
      .update(incident)
      .set({ resolvedAt: now, state: "resolved" })
      .where(and(key, isNull(incident.resolvedAt)))
      .returning();
    if (!row) {
      const [known] = await tx.select({ id: incident.id }).from(incident).where(key);
      if (!known) throw new DomainError("not_found", "There is no such incident.");
      throw new DomainError("conflict", "This incident is resolved already.");
    }
    return {
      value: { id: row.id, resolvedAt: now.toISOString() },
      record: { kind: "incident", subjects: [row.id, row.serviceId], data: { incident: row.id, resolved: true } },
    };
  },
});
