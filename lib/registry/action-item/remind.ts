import { and, asc, eq, isNull, lte, ne, or } from "drizzle-orm";
import { type Tx, transaction } from "@/db/client";
import { readyToEnqueue } from "@/db/jobs/enqueue";
import { actionItem } from "@/db/schema/action-item";
import { dueReminder, type ItemReminder } from "@/lib/core/action-item/reminder";
import { currentIncidentPolicy } from "../incident-policy/current";
import { rolesHeldAt } from "../member";
import { notify } from "../notification/notify";
import { type ActionItemRow, itemKey } from "./find";

/**
 * Reminds of open items before they are due and until they are done, also long after the incident was closed that they
 * follow from. Each reminder is given once, with the item's own note of it in the same transaction.
 */
export async function remindOfActionItems(tenantId: string, now: Date): Promise<void> {
  await readyToEnqueue();
  for (const { row, reminder } of await owed(tenantId, now)) {
    await transaction({ tenantId }, async (tx) => {
      if (await note(tx, row, reminder)) await remind(tx, row, reminder, now);
    });
  }
}

async function owed(tenantId: string, now: Date): Promise<{ row: ActionItemRow; reminder: ItemReminder }[]> {
  return transaction({ tenantId }, async (tx) => {
    const { policy } = await currentIncidentPolicy(tx, tenantId);
    const latest = new Date(now.getTime() + Math.max(0, ...policy.actionItems.remindBeforeDays) * 86_400_000);
    const rows = await tx
      .select()
      .from(actionItem)
      .where(and(eq(actionItem.tenantId, tenantId), eq(actionItem.state, "open"), lte(actionItem.dueAt, latest)))
      .orderBy(asc(actionItem.dueAt), asc(actionItem.id));
    return rows.flatMap((row) => {
      const reminder = dueReminder(row, policy.actionItems, now);
      return reminder && reminder.key !== row.reminder ? [{ row, reminder }] : [];
    });
  });
}

/** Whether this one is still to be given: of two sweeps at once, one. Whatever was closed meanwhile owes nothing. */
async function note(tx: Tx, row: ActionItemRow, { key }: ItemReminder): Promise<boolean> {
  const noted = await tx
    .update(actionItem)
    .set({ reminder: key })
    .where(
      and(
        itemKey(row, row.id),
        eq(actionItem.state, "open"),
        eq(actionItem.dueAt, row.dueAt),
        or(isNull(actionItem.reminder), ne(actionItem.reminder, key)),
      ),
    )
    .returning({ id: actionItem.id });
  return noted.length > 0;
}

async function remind(tx: Tx, row: ActionItemRow, { key, kind, days }: ItemReminder, now: Date): Promise<void> {
  const { tenantId, id, title, ownerName, dueAt, serviceId } = row;
  const day = `${dueAt.toISOString().slice(0, 10)} (UTC)`;
  const isOverdue = kind === "overdue";
  await notify(
    { tx, tenantId, now },
    {
      kind: "action-item-due",
      key: `${id}:${key}`,
      to: await remindedPeople(tx, row, isOverdue, now),
      serviceId,
      releaseId: null,
      title: isOverdue ? `Action item overdue: ${title}` : `Action item due: ${title}`,
      verdict: null,
      reason: isOverdue
        ? `It was due on ${day}, ${daysWord(days)} ago. Owner: ${ownerName}.`
        : `It is due on ${day}, within ${daysWord(days)}. Owner: ${ownerName}.`,
      path: `/action-items/${id}`,
    },
  );
}

const daysWord = (days: number): string => (days === 1 ? "1 day" : days === 0 ? "less than a day" : `${days} days`);

/** The owner, and once it is overdue whoever opened it too. Where neither can be told, those who see to items. */
async function remindedPeople(tx: Tx, row: ActionItemRow, isOverdue: boolean, now: Date) {
  const opener = row.byKind === "person" ? row.byId : null;
  const wanted = [row.ownerId, isOverdue || row.ownerId === null ? opener : null].filter((each) => each !== null);
  const people: string[] = [];
  for (const personId of new Set(wanted)) {
    if ((await rolesHeldAt(tx, row.tenantId, personId, now)).length > 0) people.push(personId);
  }
  return people.length > 0 ? { people } : { roles: ["incident-commander", "sre-on-call"] as const };
}
