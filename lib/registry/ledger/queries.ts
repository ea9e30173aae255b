import { and, asc, desc, eq, gt, gte, like, lt, type SQL, sql } from "drizzle-orm";
import { ledgerEntry, ledgerHead, ledgerSubject } from "@/db/schema/ledger";
import type { Actor } from "@/lib/core/access";
import { invalid } from "@/lib/core/errors";
import { parseInstant } from "@/lib/core/instant";
import { prefixPattern } from "../like";
import { read } from "../read";
import { isRecordId } from "../record-id";
import { recordNames } from "./names";
import { bodyOf, type EntrySummary, summaryOf } from "./summary";

/**
 * `by` is how the actor's name begins; `from` and `until` are days in UTC (YYYY-MM-DD), both included; `since` is the
 * number of the first entry that counts.
 */
export type LedgerFilter = {
  record?: string;
  kind?: string;
  command?: string;
  by?: string;
  from?: string;
  until?: string;
  since?: string;
};
export type LedgerRequest = LedgerFilter & { after?: string; before?: string; size?: number };
export type LedgerPage = {
  items: EntrySummary[];
  previous: string | null;
  next: string | null;
  /** Entries in the whole ledger and its tree head; null while it is empty. */
  head: { size: number; root: string } | null;
  now: string;
};

const PAGE_SIZE = 50;
// As the indexes have them.
const kindOf = sql<string>`ledger_kind(${ledgerEntry.body})`;
const actorOf = sql<string>`ledger_actor(${ledgerEntry.body})`;

/** Entries, newest first. `record` narrows to those about one record, `command` to those that start so. */
export async function listEntries(actor: Actor, filter: LedgerRequest): Promise<LedgerPage> {
  return read(actor, async (tx, now) => {
    const size = filter.size ?? PAGE_SIZE;
    const backwards = filter.before !== undefined;
    const edge = readIndex(filter.before ?? filter.after);
    const rows = await tx
      .select()
      .from(ledgerEntry)
      .where(
        and(
          eq(ledgerEntry.tenantId, actor.tenantId),
          edge === null ? undefined : backwards ? gt(ledgerEntry.index, edge) : lt(ledgerEntry.index, edge),
          ledgerConditions(actor, filter),
        ),
      )
      .orderBy(backwards ? asc(ledgerEntry.index) : desc(ledgerEntry.index))
      .limit(size + 1);
    const [head] = await tx.select().from(ledgerHead).where(eq(ledgerHead.tenantId, actor.tenantId));
    const more = rows.length > size;
    const shown = rows.slice(0, size);
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

function ledgerConditions(
  actor: Actor,
  { record, command, kind, by, from, until, since }: LedgerFilter,
): SQL | undefined {
  const first = readIndex(since);
  return and(
    about(actor, record),
    first === null ? undefined : gte(ledgerEntry.index, first),
    command ? like(ledgerEntry.command, prefixPattern(command)) : undefined,
    kind ? eq(kindOf, kind) : undefined,
    by ? like(actorOf, prefixPattern(by.toLowerCase())) : undefined,
    from ? gte(ledgerEntry.at, startOfDay(from, "from")) : undefined,
    until ? lt(ledgerEntry.at, new Date(startOfDay(until, "until").getTime() + DAY_MS)) : undefined,
  );
}

const DAY_MS = 86_400_000;

function startOfDay(text: string, path: string): Date {
  const day = parseInstant(`${text}T00:00:00Z`);
  if (!day) throw invalid(path, "must be a day such as 2025-10-01");
  return day;
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
