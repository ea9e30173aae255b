import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/core/access";
import { canonicalJson } from "@/lib/core/digest";
import { LEDGER_BODY_VERSION } from "@/lib/core/ledger/entry";

/** What goes into the ledger: the kind of record, the records that it is about, and the facts in plain JSON. */
export type LedgerRecord = { kind: string; subjects: string[]; data: Record<string, unknown> };

/** Appends one entry. Takes the tenant's head lock, so it comes last in a transaction. */
export async function appendToLedger(
  tx: Tx,
  entry: { command: string; actor: Actor; at: Date; record: LedgerRecord },
): Promise<void> {
  const { command, actor, at, record } = entry;
  const body = canonicalJson({
    v: LEDGER_BODY_VERSION,
    command,
    at: at.toISOString(),
    actor: { kind: actor.kind, id: actor.id, name: actor.name },
    kind: record.kind,
    subjects: record.subjects,
    data: record.data,
  });
  const subjects = sql`array[${sql.join(
    record.subjects.map((id) => sql`${id}::uuid`),
    sql`, `,
  )}]::uuid[]`;
  await tx.execute(
    sql`select ledger_append(${Buffer.from(body, "utf8")}, ${command}, ${at.toISOString()}::timestamptz, ${subjects})`,
  );
}
