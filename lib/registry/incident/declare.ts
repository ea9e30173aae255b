import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { incident, incidentService } from "@/db/schema/incident";
import { SEVERITIES } from "@/lib/core/incident/model";
import { doneByColumns } from "../actor-columns";
import { serviceBySlug } from "../catalog";
import { command } from "../command";
import { newId } from "../id";

/** Declares an incident on a service. An open Sev1 blocks the service's gate. */
export const declareIncident = command({
  name: "incident.declare",
  permission: "incident:declare",
  input: z.strictObject({
    service: z.string(),
    severity: z.enum(SEVERITIES),
    title: z.string().trim().min(1, "give it a title").max(300),
  }),
  async run({ tx, actor, now }, input) {
    const service = await serviceBySlug(tx, actor, input.service);
    const id = newId(now);
    // Numbers are given one after the other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`incident ${actor.tenantId}`}, 0))`);
    const [last] = await tx
      .select({ number: sql<number>`coalesce(max(${incident.number}), 0)` })
      .from(incident)
      .where(eq(incident.tenantId, actor.tenantId));
    await tx.insert(incident).values({
      tenantId: actor.tenantId,
      id,
      number: (last?.number ?? 0) + 1,
      detectedAt: now,
      serviceId: service.id,
      severity: input.severity,
      title: input.title,
      declaredAt: now,
      ...doneByColumns(actor),
    });
    await tx.insert(incidentService).values({ tenantId: actor.tenantId, incidentId: id, serviceId: service.id });
    return {
      value: { id },
      record: { kind: "incident", subjects: [id, service.id], data: { incident: id, ...input } },
    };
  },
});
