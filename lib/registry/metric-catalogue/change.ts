import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { metricCatalogue } from "@/db/schema/catalogue";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";
import { metricFields, nameTaken } from "./fields";

/** Changes an entry of the metric catalogue; the ledger keeps what it said before. */
export const changeMetric = command({
  name: "metric.change",
  permission: "catalogue:manage",
  input: z.strictObject({ metricId: z.uuid(), ...metricFields }),
  async run({ tx, actor }, { metricId, ...fields }) {
    const key = and(eq(metricCatalogue.tenantId, actor.tenantId), eq(metricCatalogue.id, metricId));
    const [row] = await tx.select().from(metricCatalogue).where(key).for("update");
    if (!row) throw new DomainError("not_found", "There is no such metric in the catalogue.");
    await tx.update(metricCatalogue).set(fields).where(key).catch(nameTaken);
    const { name, unit, owner, runbookUrl, description } = row;
    return {
      value: { id: metricId },
      record: {
        kind: "metric",
        subjects: [metricId, row.serviceId],
        data: {
          metric: metricId,
          name: fields.name,
          before: { name, unit, owner, runbookUrl, description },
          after: fields,
        },
      },
    };
  },
});
