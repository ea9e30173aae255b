import { z } from "zod";
import { DomainError, isDomainError } from "@/lib/core/errors";
import { instantText } from "@/lib/core/instant";
import { requireReach } from "../actor-columns";
import { type CommandScope, command } from "../command";
import { applyChange } from "./apply-change";
import { endItem } from "./end";
import { closingFields, itemPriority, ownerFields } from "./fields";
import { type ActionItemRow, lockItems, subjectsOf } from "./find";
import { ownerOf } from "./owner";

export const MOST_CHOSEN = 200;

const input = z
  .strictObject({
    actionItemIds: z
      .array(z.uuid())
      .min(1, "choose an item")
      .max(MOST_CHOSEN, `choose at most ${MOST_CHOSEN} items`)
      .transform((ids) => [...new Set(ids)]),
    ...ownerFields,
    dueAt: instantText.optional(),
    priority: itemPriority.optional(),
    close: z.strictObject(closingFields).optional(),
  })
  .refine(({ ownerId, ownerName, dueAt, priority, close }) => ownerId || ownerName || dueAt || priority || close, {
    path: ["actionItemIds"],
    message: "say what is to change",
  });
type Input = z.output<typeof input>;

/** Changes several open items at once: all of them, or none where one cannot be changed. */
export const changeActionItems = command({
  name: "action-item.change-many",
  permission: "action-item:manage",
  input,
  async run(scope, given) {
    const rows = await chosen(scope, given.actionItemIds);
    const { changed, after } = await changeEach(scope, rows, given);
    const value = { ids: rows.map(({ id }) => id), changed: changed.length };
    if (changed.length === 0) return { value, record: "unchanged" };
    const subjects = [...new Set(changed.flatMap(({ row }) => subjectsOf(row)))];
    const items = changed.map(({ row, before }) => ({ actionItem: row.id, title: row.title, before }));
    return { value, record: { kind: "action-item", subjects, data: { items, after } } };
  },
});

/** All of the ids, locked and changeable; else a refusal that names each that is not. */
async function chosen({ tx, actor }: CommandScope, ids: string[]): Promise<ActionItemRow[]> {
  const rows = await lockItems(tx, actor, ids);
  const missing = ids.length - rows.length;
  if (missing > 0) {
    const which = missing === 1 ? "One of these action items is" : `${missing} of these action items are`;
    throw new DomainError("not_found", `${which} not there. Nothing was changed.`);
  }
  const barred = rows.flatMap((row) => {
    if (row.state !== "open") return [`“${row.title}” is ${row.state} already`];
    try {
      requireReach(actor, { serviceId: row.serviceId ?? undefined });
      return [];
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return [`“${row.title}” is of another service than this token`];
    }
  });
  if (barred.length > 0) throw new DomainError("conflict", `Nothing was changed: ${barred.join("; ")}.`);
  // Timelines are locked one after another; always in the same order.
  return rows.sort((one, other) => one.originId.localeCompare(other.originId));
}

type Done = { changed: { row: ActionItemRow; before: Record<string, unknown> }[]; after: Record<string, unknown> };

async function changeEach(scope: CommandScope, rows: ActionItemRow[], given: Input): Promise<Done> {
  const { ownerId, ownerName, dueAt, priority, close } = given;
  const named = ownerId || ownerName;
  const owner = named ? await ownerOf(scope.tx, scope.actor.tenantId, { ownerId, ownerName }) : undefined;
  const change = { owner, priority, dueAt: dueAt === undefined ? undefined : new Date(dueAt) };
  const changed: Done["changed"] = [];
  for (const row of rows) {
    const done = await applyChange(scope, row, change);
    if (close) await endItem(scope, row, close);
    if (done || close) changed.push({ row, before: done?.before ?? {} });
  }
  const after = { owner: owner?.ownerName, ownerId: owner?.ownerId, dueAt, priority, ...close };
  return { changed, after: Object.fromEntries(Object.entries(after).filter(([, value]) => value !== undefined)) };
}
