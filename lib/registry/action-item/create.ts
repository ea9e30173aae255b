import { z } from "zod";
import { actionItem } from "@/db/schema/action-item";
import { invalid } from "@/lib/core/errors";
import { instantText } from "@/lib/core/instant";
import { doneByColumns } from "../actor-columns";
import { serviceBySlug } from "../catalog";
import { command } from "../command";
import { newId } from "../id";
import { ownerOf } from "./owner";

export const itemTitle = z.string().trim().min(1, "say what has to be done").max(300);
export const ownerFields = {
  /** A person of the tenant; left out, `ownerName` says who. */
  ownerId: z.uuid().nullish(),
  ownerName: z.string().trim().min(1).max(200).optional(),
};
export const trackerUrl = z.url({ protocol: /^https?$/, error: "must be an http or https address" }).max(2000);

/** Opens an action item by hand. Those that follow from something else are opened with it. */
export const createActionItem = command({
  name: "action-item.open",
  permission: "action-item:manage",
  input: z.strictObject({
    title: itemTitle,
    detail: z.string().trim().max(5000).default(""),
    service: z.string().optional(),
    ...ownerFields,
    dueAt: instantText,
    trackerUrl: trackerUrl.optional(),
  }),
  async run({ tx, actor, now }, input) {
    const service = input.service ? await serviceBySlug(tx, actor, input.service) : null;
    const owner = await ownerOf(tx, actor.tenantId, input);
    const dueAt = new Date(input.dueAt);
    if (dueAt.getTime() <= now.getTime()) throw invalid("dueAt", "must lie in the future");
    const id = newId(now);
    const row = {
      tenantId: actor.tenantId,
      id,
      title: input.title,
      detail: input.detail,
      originKind: "manual" as const,
      originId: id,
      serviceId: service?.id ?? null,
      ...owner,
      dueAt,
      trackerUrl: input.trackerUrl ?? null,
      openedAt: now,
      ...doneByColumns(actor),
    };
    await tx.insert(actionItem).values(row);
    const data = { actionItem: id, ...input, ...owner };
    return { value: { id }, record: { kind: "action-item", subjects: service ? [id, service.id] : [id], data } };
  },
});
