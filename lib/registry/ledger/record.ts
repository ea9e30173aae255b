import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { isRecordId } from "../record-id";
import { type LedgerPage, listEntries } from "./queries";

/** What a record is called and which kind it is, as the ledger's entries have it, with a page of its history. */
export type RecordHistory = LedgerPage & { id: string; kind: string | null; name: string | null };

/** All that the ledger says about a record, newest first, or `not_found`. */
export async function recordHistory(
  actor: Actor,
  id: string,
  page: { after?: string; before?: string; size?: number } = {},
): Promise<RecordHistory> {
  if (!isRecordId(id)) throw unknown();
  const found = await listEntries(actor, { ...page, record: id });
  if (found.items.length === 0 && !page.after && !page.before) throw unknown();
  // An entry is of its first subject; the others it only concerns.
  const own = found.items.find(({ subjects }) => subjects[0] === id);
  return { ...found, id, kind: own?.kind ?? null, name: own?.name ?? null };
}

const unknown = () => new DomainError("not_found", "The ledger has no such record.");
