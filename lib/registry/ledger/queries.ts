import { and, asc, desc, eq, gt, like, lt, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { ledgerEntry, ledgerHead, ledgerSubject } from "@/db/schema/ledger";
import type { Actor } from "@/lib/core/access";
import { DomainError, invalid } from "@/lib/core/errors";
import type { LedgerBody } from "@/lib/core/ledger/entry";
import { leafHash } from "@/lib/core/ledger/merkle";
import { prefixPattern } from "../like";
import { read } from "../read";
import { isRecordId } from "../record-id";

export type EntrySummary = {
  index: number;
  at: string;
  /** Null: the body cannot be read any more. */
  actor: { kind: "person" | "token"; name: string } | null;
  command: string;
  kind: string;
  subjects: string[];
};
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
    const items = (backwards ? shown.toReversed() : shown).map(summaryOf);
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

export function readIndex(text: string | undefined): number | null {
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

type Row = typeof ledgerEntry.$inferSelect;

/** Null for a body that somebody has overwritten with anything else: it must still be possible to look at it. */
function bodyOf(row: Row): LedgerBody | null {
  try {
    return body.parse(JSON.parse(row.body.toString("utf8")));
  } catch {
    return null;
  }
}

const body: z.ZodType<LedgerBody> = z.object({
  v: z.number(),
  command: z.string(),
  at: z.string(),
  actor: z.object({ kind: z.enum(["person", "token"]), id: z.string(), name: z.string() }),
  kind: z.string(),
  subjects: z.array(z.string()),
  data: z.record(z.string(), z.unknown()),
});

function summaryOf(row: Row): EntrySummary {
  const read = bodyOf(row);
  return {
    index: row.index,
    at: row.at.toISOString(),
    actor: read ? { kind: read.actor.kind, name: read.actor.name } : null,
    command: row.command,
    kind: read?.kind ?? "unreadable",
    subjects: read?.subjects ?? [],
  };
}

export type EntryDetail = EntrySummary & {
  /** As it is stored. */
  text: string;
  body: LedgerBody | null;
  /** Hex. */
  leaf: string;
  root: string;
  bodyMatchesLeaf: boolean;
  size: number;
  now: string;
};

/** One entry, or `not_found`. */
export async function entryDetail(actor: Actor, index: string): Promise<EntryDetail> {
  return read(actor, async (tx, now) => {
    const wanted = /^\d{1,15}$/.test(index) ? Number(index) : -1;
    const [row] = await tx
      .select()
      .from(ledgerEntry)
      .where(and(eq(ledgerEntry.tenantId, actor.tenantId), eq(ledgerEntry.index, wanted)));
    if (!row) throw new DomainError("not_found", "There is no such entry.");
    const [head] = await tx.select().from(ledgerHead).where(eq(ledgerHead.tenantId, actor.tenantId));
    return {
      ...summaryOf(row),
      text: row.body.toString("utf8"),
      body: bodyOf(row),
      leaf: row.leaf.toString("hex"),
      root: row.root.toString("hex"),
      bodyMatchesLeaf: leafHash(row.body).equals(row.leaf),
      size: head?.size ?? 0,
      now: now.toISOString(),
    };
  });
}
