import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { metricCatalogue } from "@/db/schema/catalogue";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";

/** Takes an entry out of the metric catalogue. */
export const removeMetric = command({
  name: "metric.remove",
  permission: "catalogue:manage",
  input: z.strictObject({ metricId: z.uuid() }),
  async run({ tx, actor }, { metricId }) {
    const [row] = await tx
      .delete(metricCatalogue)
      .where(and(eq(metricCatalogue.tenantId, actor.tenantId), eq(metricCatalogue.id, metricId)))
      .returning();
    if (!row) throw new DomainError("not_found", "There is no such metric in the catalogue.");
    const { name, unit, owner, runbookUrl, description, serviceId } = row;
    return {
      value: { id: metricId },
      record: {
        kind: "metric",
        subjects: [metricId, serviceId],
        data: { metric: metricId, name, unit, owner, runbookUrl, description, removed: true },
      },
    };
  },
});
