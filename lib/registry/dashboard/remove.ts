import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { dashboardTemplate } from "@/db/schema/catalogue";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";

/** Later releases get this link no more; those of earlier ones stay. */
export const removeDashboard = command({
  name: "dashboard.remove",
  permission: "catalogue:manage",
  input: z.strictObject({ dashboardId: z.uuid() }),
  async run({ tx, actor }, { dashboardId }) {
    const [row] = await tx
      .delete(dashboardTemplate)
      .where(and(eq(dashboardTemplate.tenantId, actor.tenantId), eq(dashboardTemplate.id, dashboardId)))
      .returning();
    if (!row) throw new DomainError("not_found", "There is no such dashboard.");
    const { label, urlTemplate, serviceId } = row;
    return {
      value: { id: dashboardId },
      record: {
        kind: "dashboard",
        subjects: [dashboardId],
        data: { dashboard: dashboardId, name: label, serviceId, label, urlTemplate, removed: true },
      },
    };
  },
});
