import { inArray } from "drizzle-orm";
import { person } from "@/db/schema/tenant";
import type { Actor } from "@/lib/core/access";
import type { Page, PageRequest } from "../keyset";
import { read } from "../read";
import type { ActionItemFilter } from "./filter";
import { pageOf } from "./queries";
import { type ActionItemSummary, summaryOf } from "./view";

const PAGE_SIZE = 500;

export type ExportedItem = ActionItemSummary & {
  detail: string;
  ownerEmail: string | null;
  trackerUrl: string | null;
  closedBy: string | null;
  closingNote: string | null;
};

/** Everything of the items that a file holds, a large page at a time. */
export async function exportActionItems(
  actor: Actor,
  filter: ActionItemFilter,
  request: PageRequest,
): Promise<Page<ExportedItem>> {
  return read(actor, async (tx, now) => {
    const page = await pageOf(tx, actor, filter, { request: { ...request, size: PAGE_SIZE }, now });
    const owners = [...new Set(page.items.flatMap(({ item }) => item.ownerId ?? []))];
    const people = owners.length
      ? await tx.select({ id: person.id, email: person.email }).from(person).where(inArray(person.id, owners))
      : [];
    const emails = new Map(people.map(({ id, email }) => [id, email]));
    const items = page.items.map((row) => ({
      ...summaryOf(row, now),
      detail: row.item.detail,
      ownerEmail: row.item.ownerId && (emails.get(row.item.ownerId) ?? null),
      trackerUrl: row.item.trackerUrl,
      closedBy: row.item.closedByName,
      closingNote: row.item.closingNote,
    }));
    return { ...page, items };
  });
}
