import { and, asc, eq, gte, inArray, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntry, ledgerHead, ledgerSubject } from "@/db/schema/ledger";
import type { Actor } from "@/lib/core/access";
import type { PackedEntry, PackedLedger } from "@/lib/core/evidence-pack/model";
import { type Inclusion, inclusionOf } from "@/lib/core/ledger/inclusion";
import { treeHead } from "@/lib/core/ledger/merkle";
import { bodyOf, type EntryRow, summaryOf } from "../ledger/summary";

const BATCH = 20_000;

export type LedgerPart = { ledger: PackedLedger; leftOut: number };

export type LedgerPlan = {
  /** Of the gate's entries only the latest so many: a pipeline may ask it thousands of times. */
  mostDecisions: number;
  /** Whether each entry carries its audit path, for which every leaf of the ledger is read. */
  withProofs: boolean;
};

/** Every entry about these records, in the ledger of this moment. */
export async function ledgerPart(
  tx: Tx,
  actor: Actor,
  subjects: readonly string[],
  { mostDecisions, withProofs }: LedgerPlan,
): Promise<LedgerPart> {
  const [head] = await tx.select().from(ledgerHead).where(eq(ledgerHead.tenantId, actor.tenantId));
  const size = head?.size ?? 0;
  const rows = await entriesAbout(tx, actor, subjects, size);
  const asked = rows.filter(({ command }) => command === "gate.evaluate");
  const dropped = new Set(asked.slice(0, Math.max(0, asked.length - mostDecisions)).map(({ index }) => index));
  const kept = rows.filter(({ index }) => !dropped.has(index));
  const tree = withProofs ? await treeUpTo(tx, actor, size, kept) : null;
  const root = tree?.root ?? head?.root ?? treeHead([]);
  const entries = kept.map((row) => packed(row, tree));
  return { ledger: { size, root: root.toString("hex"), entries }, leftOut: dropped.size };
}

async function entriesAbout(tx: Tx, actor: Actor, subjects: readonly string[], size: number): Promise<EntryRow[]> {
  const about = tx
    .select({ index: ledgerSubject.index })
    .from(ledgerSubject)
    .where(and(eq(ledgerSubject.tenantId, actor.tenantId), inArray(ledgerSubject.subjectId, [...subjects])));
  return tx
    .select()
    .from(ledgerEntry)
    .where(
      and(eq(ledgerEntry.tenantId, actor.tenantId), inArray(ledgerEntry.index, about), lt(ledgerEntry.index, size)),
    )
    .orderBy(asc(ledgerEntry.index));
}

/** An audit path needs every leaf of the ledger once; they are read by key in batches and not kept. */
async function treeUpTo(tx: Tx, actor: Actor, size: number, wanted: readonly EntryRow[]): Promise<Inclusion> {
  const tree = inclusionOf(wanted.map(({ index }) => index));
  for (let from = 0; from < size; from += BATCH) {
    const within = and(gte(ledgerEntry.index, from), lt(ledgerEntry.index, Math.min(from + BATCH, size)));
    const batch = await tx
      .select({ leaf: ledgerEntry.leaf })
      .from(ledgerEntry)
      .where(and(eq(ledgerEntry.tenantId, actor.tenantId), within))
      .orderBy(asc(ledgerEntry.index));
    for (const { leaf } of batch) tree.push(leaf);
  }
  return tree.finish();
}

function packed(row: EntryRow, tree: Inclusion | null): PackedEntry {
  const { index, at, command, sentence, actor, leaf } = summaryOf(row, new Map());
  const path = (tree?.paths.get(index) ?? []).map((hash) => hash.toString("hex"));
  return { index, at, command, sentence, by: actor?.name ?? null, body: row.body.toString("utf8"), leaf, path };
}

/** How each signature's signer proved who they are, by the signature's id, as the ledger has it. */
export function confirmationsIn(entries: readonly PackedEntry[]): Map<string, "password" | "oidc"> {
  const found = new Map<string, "password" | "oidc">();
  for (const { command, body } of entries) {
    if (command !== "release.sign") continue;
    const data = bodyOf({ body: Buffer.from(body, "utf8") })?.data;
    const { id, confirmedWith } = data ?? {};
    if (typeof id === "string" && (confirmedWith === "password" || confirmedWith === "oidc"))
      found.set(id, confirmedWith);
  }
  return found;
}
