import { and, asc, eq, gte, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntry, ledgerHead } from "@/db/schema/ledger";
import type { Actor } from "@/lib/core/access";
import { type LedgerFinding, type StoredEntry, verifyEntries } from "@/lib/core/ledger/merkle";
import { read } from "../read";

export type LedgerVerification = {
  /** Entries that the ledger's head speaks of. */
  size: number;
  /** Tree head after the last of them, hex. */
  head: string;
  finding: LedgerFinding | null;
  at: string;
};

const BATCH = 1000;

/** Recomputes every hash of the tenant's ledger from its stored bodies, up to the head at this moment. */
export async function verifyLedger(actor: Actor): Promise<LedgerVerification> {
  return read(actor, async (tx, now) => {
    const [head] = await tx.select().from(ledgerHead).where(eq(ledgerHead.tenantId, actor.tenantId));
    const size = head?.size ?? 0;
    const entries = await entriesBelow(tx, actor, size);
    return {
      size,
      head: head?.root.toString("hex") ?? "",
      finding: verifyEntries(entries) ?? headFinding(entries, head),
      at: now.toISOString(),
    };
  });
}

/** Read by key in batches, so that no single query holds the whole ledger. */
async function entriesBelow(tx: Tx, actor: Actor, size: number): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for (let from = 0; from < size; from += BATCH) {
    const within = and(gte(ledgerEntry.index, from), lt(ledgerEntry.index, Math.min(from + BATCH, size)));
    const batch = await tx
      .select({ index: ledgerEntry.index, body: ledgerEntry.body, leaf: ledgerEntry.leaf, root: ledgerEntry.root })
      .from(ledgerEntry)
      .where(and(eq(ledgerEntry.tenantId, actor.tenantId), within))
      .orderBy(asc(ledgerEntry.index));
    entries.push(...batch);
  }
  return entries;
}

/** Entries cut off at the end leave a ledger that is sound in itself but no longer reaches its head. */
function headFinding(entries: StoredEntry[], head: { size: number; root: Buffer } | undefined): LedgerFinding | null {
  if (!head) return null;
  if (entries.length < head.size) return { index: entries.length, problem: `entry ${entries.length} is missing` };
  const last = entries.at(-1);
  if (last && !head.root.equals(last.root))
    return { index: last.index, problem: "the ledger's head is not the tree head after its last entry" };
  return null;
}
