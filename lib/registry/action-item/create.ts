import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { incident } from "@/db/schema/incident";
import type { Actor } from "@/lib/core/access";
import { DomainError, invalid } from "@/lib/core/errors";
import { instantText } from "@/lib/core/instant";
import { requireReach } from "../actor-columns";
import { serviceBySlug } from "../catalog";
import { command } from "../command";
import { itemDetail, itemLinks, itemPriority, itemTitle, ownerFields, trackerUrl } from "./fields";
import { subjectsOf } from "./find";
import { insertItem } from "./insert";
import { ownerOf } from "./owner";

/** Opens an action item by hand. Those that follow from something else are opened with it. */
export const createActionItem = command({
  name: "action-item.open",
  permission: "action-item:manage",
  input: z.strictObject({
    title: itemTitle,
    detail: itemDetail.default(""),
    service: z.string().optional(),
    /** The incident that it follows from; its service is the item's where none is named. */
    incidentId: z.uuid().optional(),
    ...ownerFields,
    dueAt: instantText,
    priority: itemPriority.default("medium"),
    links: itemLinks.default([]),
    trackerUrl: trackerUrl.optional(),
  }),
  async run(scope, input) {
    const { tx, actor, now } = scope;
    const service = input.service ? await serviceBySlug(tx, actor, input.service) : null;
    const followed = input.incidentId ? await incidentOf(tx, actor, input.incidentId) : null;
    const owner = await ownerOf(tx, actor.tenantId, input);
    const dueAt = new Date(input.dueAt);
    if (dueAt.getTime() <= now.getTime()) throw invalid("dueAt", "must lie in the future");
    const row = await insertItem(scope, {
      title: input.title,
      detail: input.detail,
      incidentId: followed?.id ?? null,
      serviceId: service?.id ?? followed?.serviceId ?? null,
      owner,
      dueAt,
      priority: input.priority,
      links: input.links,
      trackerUrl: input.trackerUrl ?? null,
    });
    const data = { actionItem: row.id, ...input, ...owner };
    return { value: { id: row.id }, record: { kind: "action-item", subjects: subjectsOf(row), data } };
  },
});

async function incidentOf(tx: Tx, actor: Actor, id: string): Promise<{ id: string; serviceId: string }> {
  const [row] = await tx
    .select({ id: incident.id, serviceId: incident.serviceId })
    .from(incident)
    .where(and(eq(incident.tenantId, actor.tenantId), eq(incident.id, id)));
  if (!row) throw new DomainError("not_found", "There is no such incident.");
  requireReach(actor, { serviceId: row.serviceId });
  return row;
}
