import { z } from "zod";
import type { ledgerEntry } from "@/db/schema/ledger";
import type { LedgerBody } from "@/lib/core/ledger/entry";
import { ledgerSentence } from "@/lib/core/ledger/sentence";

export type EntrySummary = {
  index: number;
  at: string;
  /** Null: the body cannot be read any more. */
  actor: { kind: LedgerBody["actor"]["kind"]; name: string } | null;
  command: string;
  kind: string;
  subjects: string[];
  /** Hash of the body as it was written, hex. */
  leaf: string;
  /** What was done, in words. */
  sentence: string;
  /** What people call the record; null where only its id is known. */
  name: string | null;
};
export type EntryRow = typeof ledgerEntry.$inferSelect;

const body: z.ZodType<LedgerBody> = z.object({
  v: z.number(),
  command: z.string(),
  at: z.string(),
  actor: z.object({ kind: z.enum(["person", "token", "integration", "system"]), id: z.string(), name: z.string() }),
  kind: z.string(),
  subjects: z.array(z.string()),
  data: z.record(z.string(), z.unknown()),
});

/** Null for a body that somebody has overwritten with anything else: it must still be possible to look at it. */
export function bodyOf(row: Pick<EntryRow, "body">): LedgerBody | null {
  try {
    return body.parse(JSON.parse(row.body.toString("utf8")));
  } catch {
    return null;
  }
}

/** `names` are of records that are looked up; for others the entry itself has a word. */
export function summaryOf(row: EntryRow, names: ReadonlyMap<string, string>): EntrySummary {
  const read = bodyOf(row);
  return {
    index: row.index,
    at: row.at.toISOString(),
    actor: read ? { kind: read.actor.kind, name: read.actor.name } : null,
    command: row.command,
    kind: read?.kind ?? "unreadable",
    subjects: read?.subjects ?? [],
    leaf: row.leaf.toString("hex"),
    sentence: read ? ledgerSentence(row.command, read.data) : "cannot be read",
    name: read ? (names.get(read.subjects[0] ?? "") ?? ownName(read.data)) : null,
  };
}

function ownName(data: Record<string, unknown>): string | null {
  const words = ["slug", "name", "email", "group", "run", "checkId", "title"].map((key) => data[key]);
  const found = words.find((word) => typeof word === "string");
  return typeof found === "string" ? found : null;
}
