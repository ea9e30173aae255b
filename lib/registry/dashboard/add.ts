import { z } from "zod";
import { dashboardTemplate } from "@/db/schema/catalogue";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { dashboardFields, labelTaken, requireService } from "./fields";

/** A link that every later release of a service, or of all, gets. */
export const addDashboard = command({
  name: "dashboard.add",
  permission: "catalogue:manage",
  input: z.strictObject(dashboardFields),
  async run({ tx, actor, now }, fields) {
    await requireService(tx, actor, fields.serviceId);
    const id = newId(now);
    const { tenantId } = actor;
    await tx
      .insert(dashboardTemplate)
      .values({ tenantId, id, ...fields, createdAt: now, ...doneByColumns(actor) })
      .catch(labelTaken);
    const subjects = fields.serviceId ? [id, fields.serviceId] : [id];
    return {
      value: { id },
      record: { kind: "dashboard", subjects, data: { dashboard: id, name: fields.label, ...fields } },
    };
  },
});
