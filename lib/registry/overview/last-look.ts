import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { type Tx, transaction } from "@/db/client";
import { lastLook } from "@/db/schema/last-look";
import { ledgerHead } from "@/db/schema/ledger";
import type { PersonActor } from "@/lib/core/access";
import { instantText } from "@/lib/core/instant";
import { type Look, lookAfter } from "@/lib/core/overview/visit";
import { parseWith } from "@/lib/core/parse";
import { databaseTime, requirePermission, scopeOf } from "../command";

/** What was shown, as the page has it. `all`: the reader says that it is read. */
const seenInput = z.strictObject({
  at: instantText,
  size: z.int().min(0),
  all: z.boolean(),
});

/** Where this person has looked last; null: nowhere yet. */
export async function lookOf(tx: Tx, actor: PersonActor, lock?: "lock"): Promise<Look | null> {
  const query = tx
    .select()
    .from(lastLook)
    .where(and(eq(lastLook.tenantId, actor.tenantId), eq(lastLook.personId, actor.id)));
  const [row] = lock ? await query.for("update") : await query;
  if (!row) return null;
  const { sinceAt, sinceSize, lookedAt, lookedSize } = row;
  return { since: { at: sinceAt, size: sinceSize }, looked: { at: lookedAt, size: lookedSize } };
}

/** How many entries the tenant's ledger has. */
export async function ledgerSize(tx: Tx, tenantId: string): Promise<number> {
  const [head] = await tx.select({ size: ledgerHead.size }).from(ledgerHead).where(eq(ledgerHead.tenantId, tenantId));
  return head?.size ?? 0;
}

/**
 * Notes that the reader was shown everything up to a place. It is the reader's own bookmark and no governed change, so
 * the ledger keeps nothing of it. What lies in the future is cut off: nobody has seen it.
 */
export async function noteLook(actor: PersonActor, input: unknown): Promise<void> {
  requirePermission(actor, "read");
  const { at, size, all } = parseWith(seenInput, input, "look");
  await transaction(scopeOf(actor), async (tx) => {
    const now = await databaseTime(tx);
    const known = Math.min(size, await ledgerSize(tx, actor.tenantId));
    const seen = { at: new Date(Math.min(Date.parse(at), now.getTime())), size: known };
    const first = rowOf(actor, lookAfter(null, seen, all));
    const inserted = await tx.insert(lastLook).values(first).onConflictDoNothing().returning();
    if (inserted.length > 0) return;
    const next = lookAfter(await lookOf(tx, actor, "lock"), seen, all);
    const { tenantId, personId, ...places } = rowOf(actor, next);
    await tx
      .update(lastLook)
      .set(places)
      .where(and(eq(lastLook.tenantId, tenantId), eq(lastLook.personId, personId)));
  });
}

function rowOf({ tenantId, id }: PersonActor, { since, looked }: Look) {
  return {
    ...{ tenantId, personId: id },
    ...{ sinceAt: since.at, sinceSize: since.size },
    ...{ lookedAt: looked.at, lookedSize: looked.size },
  };
}
