import { z } from "zod";
import { metricCatalogue } from "@/db/schema/catalogue";
import { doneByColumns } from "../actor-columns";
import { serviceBySlug } from "../catalog";
import { command } from "../command";
import { newId } from "../id";
import { metricFields, nameTaken } from "./fields";

/** Says of a service's metric who answers for it and what to do when it is off. */
export const addMetric = command({
  name: "metric.add",
  permission: "catalogue:manage",
  input: z.strictObject({ service: z.string().min(1, "choose a service"), ...metricFields }),
  async run({ tx, actor, now }, { service: slug, ...fields }) {
    const service = await serviceBySlug(tx, actor, slug);
    const id = newId(now);
    await tx
      .insert(metricCatalogue)
      .values({
        ...{ tenantId: actor.tenantId, id, serviceId: service.id, ...fields },
        createdAt: now,
        ...doneByColumns(actor),
      })
      .catch(nameTaken);
    return {
      value: { id },
      record: { kind: "metric", subjects: [id, service.id], data: { metric: id, service: slug, ...fields } },
    };
  },
});
