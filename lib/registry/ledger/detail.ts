import { and, eq } from "drizzle-orm";
import { ledgerEntry, ledgerHead } from "@/db/schema/ledger";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import type { LedgerBody } from "@/lib/core/ledger/entry";
import { leafHash } from "@/lib/core/ledger/merkle";
import { read } from "../read";
import { recordNames } from "./names";
import { bodyOf, type EntrySummary, summaryOf } from "./summary";

export type EntryDetail = EntrySummary & {
  /** As it is stored. */
  text: string;
  body: LedgerBody | null;
  /** Tree head after it, hex. */
  root: string;
  bodyMatchesLeaf: boolean;
  /** Entries in the whole ledger. */
  size: number;
  now: string;
};

/** One entry by its number as the address has it, or `not_found`. */
export async function entryDetail(actor: Actor, index: string): Promise<EntryDetail> {
  return read(actor, async (tx, now) => {
    const wanted = /^\d{1,15}$/.test(index) ? Number(index) : -1;
    const [row] = await tx
      .select()
      .from(ledgerEntry)
      .where(and(eq(ledgerEntry.tenantId, actor.tenantId), eq(ledgerEntry.index, wanted)));
    if (!row) throw new DomainError("not_found", "There is no such entry.");
    const [head] = await tx.select().from(ledgerHead).where(eq(ledgerHead.tenantId, actor.tenantId));
    const body = bodyOf(row);
    return {
      ...summaryOf(row, await recordNames(tx, actor, body?.subjects ?? [])),
      text: row.body.toString("utf8"),
      body,
      root: row.root.toString("hex"),
      bodyMatchesLeaf: leafHash(row.body).equals(row.leaf),
      size: head?.size ?? 0,
      now: now.toISOString(),
    };
  });
}
