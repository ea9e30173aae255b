import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { dashboardTemplate } from "@/db/schema/catalogue";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";
import { dashboardFields, labelTaken, requireService } from "./fields";

/** Changes what later releases get; the links of earlier ones stay what they were. */
export const changeDashboard = command({
  name: "dashboard.change",
  permission: "catalogue:manage",
  input: z.strictObject({ dashboardId: z.uuid(), ...dashboardFields }),
  async run({ tx, actor }, { dashboardId, ...fields }) {
    const key = and(eq(dashboardTemplate.tenantId, actor.tenantId), eq(dashboardTemplate.id, dashboardId));
    const [row] = await tx.select().from(dashboardTemplate).where(key).for("update");
    if (!row) throw new DomainError("not_found", "There is no such dashboard.");
    await requireService(tx, actor, fields.serviceId);
    await tx.update(dashboardTemplate).set(fields).where(key).catch(labelTaken);
    const before = { serviceId: row.serviceId, label: row.label, urlTemplate: row.urlTemplate };
    return {
      value: { id: dashboardId },
      record: {
        kind: "dashboard",
        subjects: [dashboardId],
        data: { dashboard: dashboardId, name: fields.label, before, after: fields },
      },
    };
  },
});
