import { and, asc, desc, eq, gt, like, lt, type SQL, sql } from "drizzle-orm";
import { ledgerEntry, ledgerHead, ledgerSubject } from "@/db/schema/ledger";
import type { Actor } from "@/lib/core/access";
import { invalid } from "@/lib/core/errors";
import { prefixPattern } from "../like";
import { read } from "../read";
import { isRecordId } from "../record-id";
import { recordNames } from "./names";
import { bodyOf, type EntrySummary, summaryOf } from "./summary";

export type LedgerFilter = { record?: string; kind?: string; command?: string; after?: string; before?: string };
export type LedgerPage = {
  items: EntrySummary[];
  previous: string | null;
  next: string | null;
  /** Entries in the whole ledger and its tree head; null while it is empty. */
  head: { size: number; root: string } | null;
  now: string;
};

const PAGE_SIZE = 50;
const kindOf = sql<string>`convert_from(${ledgerEntry.body}, 'UTF8')::jsonb ->> 'kind'`;

/** Entries, newest first. `record` narrows to those about one record, `command` to those that start so. */
export async function listEntries(actor: Actor, filter: LedgerFilter): Promise<LedgerPage> {
  return read(actor, async (tx, now) => {
    const backwards = filter.before !== undefined;
    const edge = readIndex(filter.before ?? filter.after);
    const rows = await tx
      .select()
      .from(ledgerEntry)
      .where(
        and(
          eq(ledgerEntry.tenantId, actor.tenantId),
          edge === null ? undefined : backwards ? gt(ledgerEntry.index, edge) : lt(ledgerEntry.index, edge),
          about(actor, filter.record),
          filter.command ? like(ledgerEntry.command, prefixPattern(filter.command)) : undefined,
          filter.kind ? eq(kindOf, filter.kind) : undefined,
        ),
      )
      .orderBy(backwards ? asc(ledgerEntry.index) : desc(ledgerEntry.index))
      .limit(PAGE_SIZE + 1);
    const [head] = await tx.select().from(ledgerHead).where(eq(ledgerHead.tenantId, actor.tenantId));
    const more = rows.length > PAGE_SIZE;
    const shown = rows.slice(0, PAGE_SIZE);
    const firsts = shown.map((row) => bodyOf(row)?.subjects[0] ?? "");
    const names = await recordNames(tx, actor, firsts);
    const items = (backwards ? shown.toReversed() : shown).map((row) => summaryOf(row, names));
    const cursor = (item: EntrySummary | undefined) => (item ? String(item.index) : null);
    return {
      items,
      previous: (backwards ? more : edge !== null) ? cursor(items[0]) : null,
      next: backwards || more ? cursor(items.at(-1)) : null,
      head: head ? { size: head.size, root: head.root.toString("hex") } : null,
      now: now.toISOString(),
    };
  });
}

function readIndex(text: string | undefined): number | null {
  if (!text) return null;
  if (!/^\d{1,15}$/.test(text)) throw invalid("index", "is not the number of an entry");
  return Number(text);
}

function about(actor: Actor, record: string | undefined): SQL | undefined {
  if (!record) return undefined;
  if (!isRecordId(record)) throw invalid("record", "is not a record's id; it looks like 0199a1b2-…");
  return sql`exists (select 1 from ${ledgerSubject} where ${ledgerSubject.tenantId} = ${actor.tenantId}
    and ${ledgerSubject.subjectId} = ${record} and ${ledgerSubject.index} = ${ledgerEntry.index})`;
}
