import { z } from "zod";
import { instantText } from "@/lib/core/instant";
import { serviceBySlug } from "../catalog";
import { command } from "../command";
import { applyChange } from "./apply-change";
import { itemDetail, itemLinks, itemPriority, itemTitle, ownerFields, trackerUrl } from "./fields";
import { lockOpenItem, subjectsOf } from "./find";
import { ownerOf } from "./owner";

/** Changes an open item: who does it, by when, how pressing it is, what it says. What is left out stays. */
export const changeActionItem = command({
  name: "action-item.change",
  permission: "action-item:manage",
  input: z.strictObject({
    actionItemId: z.uuid(),
    title: itemTitle.optional(),
    detail: itemDetail.optional(),
    /** Null: of no service. */
    service: z.string().nullish(),
    ...ownerFields,
    dueAt: instantText.optional(),
    priority: itemPriority.optional(),
    links: itemLinks.optional(),
    /** Null: tracked nowhere else. */
    trackerUrl: trackerUrl.nullish(),
  }),
  async run(scope, { actionItemId, ownerId, ownerName, dueAt, service, ...others }) {
    const { tx, actor } = scope;
    const row = await lockOpenItem(tx, actor, actionItemId);
    const owner = ownerId || ownerName ? await ownerOf(tx, actor.tenantId, { ownerId, ownerName }) : undefined;
    const serviceId = service ? (await serviceBySlug(tx, actor, service)).id : service;
    const due = dueAt === undefined ? undefined : new Date(dueAt);
    const changed = await applyChange(scope, row, { ...others, owner, dueAt: due, serviceId });
    const value = { id: row.id };
    if (!changed) return { value, record: "unchanged" };
    const data = { actionItem: row.id, title: row.title, ...changed };
    const subjects = [...new Set([...subjectsOf(row), ...(serviceId ? [serviceId] : [])])];
    return { value, record: { kind: "action-item", subjects, data } };
  },
});
