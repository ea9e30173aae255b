import { and, desc, eq, gte, inArray, lt, notInArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntry, ledgerSubject } from "@/db/schema/ledger";
import type { PersonActor } from "@/lib/core/access";
import { groupByConcern, type Relation } from "@/lib/core/overview/concerns";
import { shownSince } from "@/lib/core/overview/visit";
import { type EntrySummary, summaryOf } from "../ledger/summary";
import { read } from "../read";
import { ledgerSize, lookOf } from "./last-look";
import { concernsOf, type NamedConcern, type RecordKind } from "./my-concerns";

export type Change = Pick<EntrySummary, "index" | "at" | "sentence"> & { by: string };
/** A record of the reader's that others have changed. `changes`: the newest few of `count`, newest first. */
export type ChangedRecord = {
  id: string;
  kind: RecordKind;
  name: string;
  relation: Relation;
  changes: Change[];
  count: number;
};
export type Changes = {
  /** Since when; null on the first visit. */
  since: { at: string; size: number } | null;
  /** Everything up to here is shown. */
  upTo: { at: string; size: number };
  records: ChangedRecord[];
  /** Whether these are all changes of the reader's records, or the newest of them. */
  isAllOfYours: boolean;
  /** What else happened, by the kind of record. */
  others: { kind: string; count: number }[];
  /** Whether everything else is counted, or only the newest. */
  isAllCounted: boolean;
  now: string;
};

const MOST_OF_YOURS = 200;
const MOST_COUNTED = 1000;
const SHOWN_OF_A_RECORD = 3;

type Named = { id: string; name: string };

/** What others have changed since the reader last looked. `mustSign`: releases that wait for the reader's signature. */
export async function changesSince(actor: PersonActor, mustSign: readonly Named[]): Promise<Changes> {
  return read(actor, async (tx, now) => {
    const since = shownSince(await lookOf(tx, actor), now);
    const upTo = { at: now, size: await ledgerSize(tx, actor.tenantId) };
    const shown = { upTo: placeText(upTo), now: now.toISOString() };
    if (!since) return { ...shown, since: null, ...NOTHING };
    const edge = { from: since.size, until: upTo.size };
    if (edge.from >= edge.until) return { ...shown, since: placeText(since), ...NOTHING };
    const concerns = withDuty(await concernsOf(tx, { actor, sinceSize: edge.from }), mustSign);
    const yours = await changesOfYours(tx, actor, edge, concerns);
    const others = await countOthers(tx, actor, edge, concerns);
    return { ...shown, since: placeText(since), ...yours, ...others };
  });
}

const NOTHING = { records: [], isAllOfYours: true, others: [], isAllCounted: true };

type Edge = { from: number; until: number };

const placeText = ({ at, size }: { at: Date; size: number }) => ({ at: at.toISOString(), size });

/** A release that waits for a signature concerns its signer most, whatever else they have to do with it. */
function withDuty(concerns: readonly NamedConcern[], mustSign: readonly Named[]): NamedConcern[] {
  const duties = mustSign.map((each): NamedConcern => ({ ...each, kind: "release", relation: "signs" }));
  return [...concerns, ...duties];
}

const isFresh = (actor: PersonActor, { from, until }: Edge): SQL | undefined =>
  and(
    eq(ledgerEntry.tenantId, actor.tenantId),
    gte(ledgerEntry.index, from),
    lt(ledgerEntry.index, until),
    sql`ledger_body(${ledgerEntry.body}) #>> '{actor,id}' is distinct from ${actor.id}`,
  );

/** Numbers of the entries that are about any of these records. */
const aboutAnyOf = (tx: Tx, actor: PersonActor, { from }: Edge, concerns: readonly NamedConcern[]) =>
  tx
    .selectDistinct({ index: ledgerSubject.index })
    .from(ledgerSubject)
    .where(
      and(
        eq(ledgerSubject.tenantId, actor.tenantId),
        gte(ledgerSubject.index, from),
        sql`${ledgerSubject.subjectId} = any(${sql.param([...new Set(concerns.map(({ id }) => id))])}::uuid[])`,
      ),
    );

async function changesOfYours(tx: Tx, actor: PersonActor, edge: Edge, concerns: readonly NamedConcern[]) {
  const rows = await tx
    .select()
    .from(ledgerEntry)
    .where(and(isFresh(actor, edge), inArray(ledgerEntry.index, aboutAnyOf(tx, actor, edge, concerns))))
    .orderBy(desc(ledgerEntry.index))
    .limit(MOST_OF_YOURS + 1);
  const entries = rows.slice(0, MOST_OF_YOURS).map((row) => summaryOf(row, new Map()));
  const records = groupByConcern(entries, concerns).map(
    ({ concern, entries: found }): ChangedRecord => ({
      ...concern,
      changes: found.slice(0, SHOWN_OF_A_RECORD).map(changeOf),
      count: found.length,
    }),
  );
  return { records, isAllOfYours: rows.length <= MOST_OF_YOURS };
}

const changeOf = ({ index, at, sentence, actor }: EntrySummary): Change => ({
  ...{ index, at, sentence },
  by: actor?.name ?? "somebody",
});

async function countOthers(tx: Tx, actor: PersonActor, edge: Edge, concerns: readonly NamedConcern[]) {
  const newest = tx
    .select({ index: ledgerEntry.index, kind: sql<string>`ledger_kind(${ledgerEntry.body})`.as("kind") })
    .from(ledgerEntry)
    .where(isFresh(actor, edge))
    .orderBy(desc(ledgerEntry.index))
    .limit(MOST_COUNTED + 1)
    .as("newest");
  const isOther = notInArray(newest.index, aboutAnyOf(tx, actor, edge, concerns));
  const rows = await tx
    .select({
      kind: newest.kind,
      count: sql<number>`(count(*) filter (where ${isOther}))::int`,
      seen: sql<number>`count(*)::int`,
    })
    .from(newest)
    .groupBy(newest.kind);
  const seen = rows.reduce((sum, row) => sum + row.seen, 0);
  return {
    others: rows
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => ({ kind: kind ?? "unreadable", count }))
      .sort((one, other) => other.count - one.count || one.kind.localeCompare(other.kind)),
    isAllCounted: seen <= MOST_COUNTED,
  };
}
