import { and, asc, desc, eq, gt, inArray, lte, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { postmortemRevision } from "@/db/schema/postmortem";
import type { Actor } from "@/lib/core/access";
import {
  CONTENT_FIELD_NAMES,
  CONTENT_FIELDS,
  type ContentField,
  contentSchema,
  EMPTY_CONTENT,
  type PostmortemContent,
} from "@/lib/core/incident/postmortem/model";
import { doneByColumns } from "../actor-columns";

type RevisionRow = typeof postmortemRevision.$inferSelect;
type Value = PostmortemContent[ContentField];
export type SavedField = {
  field: ContentField;
  value: Value;
  revision: number;
  at: Date;
  by: string;
  isPrefilled: boolean;
};
type Of = { tenantId: string; incidentId: string };

const of = ({ tenantId, incidentId }: Of) =>
  and(eq(postmortemRevision.tenantId, tenantId), eq(postmortemRevision.incidentId, incidentId));

/** What each field says, as it was saved last. */
export async function latestFields(tx: Tx, which: Of): Promise<SavedField[]> {
  const rows = await tx
    .selectDistinctOn([postmortemRevision.field])
    .from(postmortemRevision)
    .where(of(which))
    .orderBy(asc(postmortemRevision.field), desc(postmortemRevision.revision));
  return rows.flatMap(savedField);
}

/** Every save of one field, the last one first, at most `limit` of them. */
export async function savesOf(tx: Tx, which: Of, field: ContentField, limit: number): Promise<SavedField[]> {
  const rows = await tx
    .select()
    .from(postmortemRevision)
    .where(and(of(which), eq(postmortemRevision.field, field)))
    .orderBy(desc(postmortemRevision.revision))
    .limit(limit);
  return rows.flatMap(savedField);
}

/** Names of those fields that somebody else's page has saved after a revision. */
export async function changedSince(
  tx: Tx,
  which: Of,
  { fields, revision, editorId }: { fields: readonly ContentField[]; revision: number; editorId: string | null },
): Promise<string[]> {
  if (fields.length === 0) return [];
  const rows = await tx
    .selectDistinct({ field: postmortemRevision.field })
    .from(postmortemRevision)
    .where(
      and(
        of(which),
        inArray(postmortemRevision.field, [...fields]),
        gt(postmortemRevision.revision, revision),
        editorId === null ? undefined : sql`${postmortemRevision.editorId} is distinct from ${editorId}`,
      ),
    );
  return rows.map(({ field }) => field);
}

/** Ids of everybody who wrote any of it, up to a revision; who began it wrote none of what it began with. */
export async function writersOf(tx: Tx, which: Of, upTo: number): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: postmortemRevision.byId })
    .from(postmortemRevision)
    .where(and(of(which), lte(postmortemRevision.revision, upTo), eq(postmortemRevision.isPrefilled, false)));
  return rows.map(({ id }) => id);
}

type NewSave = { revision: number; editorId?: string | null; isPrefilled?: boolean };

/** Keeps what fields say from a revision on. */
export async function insertFields(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  incidentId: string,
  fields: Partial<PostmortemContent>,
  { revision, editorId = null, isPrefilled = false }: NewSave,
): Promise<void> {
  const about = { tenantId: actor.tenantId, incidentId, revision, editorId, isPrefilled, at: now };
  const rows = Object.entries(fields).map(([field, value]) => ({ ...about, field, value, ...doneByColumns(actor) }));
  await tx.insert(postmortemRevision).values(rows);
}

/** The content that saved fields make up. */
export function contentOf(saved: readonly SavedField[]): PostmortemContent {
  return contentSchema.parse({
    ...EMPTY_CONTENT,
    ...Object.fromEntries(saved.map(({ field, value }) => [field, value])),
  });
}

/** Read by its schema: the database keeps the members of an object in an order of its own. */
function savedField({ field, value, revision, at, byName, isPrefilled }: RevisionRow): SavedField[] {
  const known = CONTENT_FIELD_NAMES.find((name) => name === field);
  if (!known) return [];
  return [{ field: known, value: CONTENT_FIELDS[known].parse(value), revision, at, by: byName, isPrefilled }];
}
