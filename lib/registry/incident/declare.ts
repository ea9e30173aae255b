import { z } from "zod";
import { incident } from "@/db/schema/evidence";
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
    severity: z.enum(["sev1", "sev2", "sev3"]),
    title: z.string().trim().min(1, "give it a title").max(300),
  }),
  async run({ tx, actor, now }, input) {
    const service = await serviceBySlug(tx, actor, input.service);
    const id = newId(now);
    await tx.insert(incident).values({
      tenantId: actor.tenantId,
      id,
      serviceId: service.id,
      severity: input.severity,
      title: input.title,
      declaredAt: now,
      ...doneByColumns(actor),
    });
    return {
      value: { id },
      record: { kind: "incident", subjects: [id, service.id], data: { incident: id, ...input } },
    };
  },
});
