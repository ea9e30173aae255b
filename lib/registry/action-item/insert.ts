import { actionItem } from "@/db/schema/action-item";
import type { ItemLink, Priority } from "@/lib/core/action-item/model";
import { DomainError } from "@/lib/core/errors";
import { doneByColumns } from "../actor-columns";
import type { CommandScope } from "../command";
import { newId } from "../id";
import { tellOwner } from "./assigned";
import type { ActionItemRow } from "./find";
import { noteOnIncident } from "./on-incident";
import type { Owner } from "./owner";

export type HandOpened = {
  title: string;
  detail: string;
  /** The incident that it follows from; null: a reason of somebody's own. */
  incidentId: string | null;
  serviceId: string | null;
  owner: Owner;
  dueAt: Date;
  priority: Priority;
  links: ItemLink[];
  trackerUrl: string | null;
};

/** Stores an item that a person opens, puts it on the timeline of its incident and tells its owner. */
export async function insertItem(scope: CommandScope, item: HandOpened): Promise<ActionItemRow> {
  const { tx, actor, now } = scope;
  const { incidentId, owner, ...values } = item;
  const id = newId(now);
  const origin = incidentId
    ? { originKind: "incident" as const, originId: incidentId, originItem: id }
    : { originKind: "manual" as const, originId: id };
  const [row] = await tx
    .insert(actionItem)
    .values({ tenantId: actor.tenantId, id, ...values, ...origin, ...owner, openedAt: now, ...doneByColumns(actor) })
    .returning();
  if (!row) throw new DomainError("conflict", "This action item could not be opened. Try again.");
  await noteOnIncident(scope, row, "opened");
  await tellOwner(scope, row);
  return row;
}
