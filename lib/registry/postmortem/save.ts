import { z } from "zod";
import { digestOf } from "@/lib/core/digest";
import { DomainError } from "@/lib/core/errors";
import { isSame } from "@/lib/core/incident/postmortem/conflict";
import { fieldName } from "@/lib/core/incident/postmortem/fields";
import {
  CONTENT_FIELD_NAMES,
  type ContentField,
  contentSchema,
  type PostmortemContent,
} from "@/lib/core/incident/postmortem/model";
import { type CommandScope, command } from "../command";
import { lockIncident } from "../incident/find";
import { beginLocked, postmortemRecord } from "./begin";
import { changedSince, insertFields, latestFields, type SavedField } from "./content";
import { findPostmortem, lockPostmortem, type PostmortemRow, reachedIncident, updatePostmortem } from "./find";

const fields = contentSchema.partial().refine((given) => Object.keys(given).length > 0, "must name a field");
const where = {
  incidentId: z.uuid(),
  /** The revision that the given texts were written over. */
  basedOn: z.int().min(0),
  fields,
};

/** A field that somebody else has saved meanwhile, as it is now. Instants are ISO texts. */
export type OtherText = {
  field: ContentField;
  value: PostmortemContent[ContentField];
  revision: number;
  by: string;
  at: string;
};
export type SaveResult = {
  outcome: "saved" | "unchanged" | "conflict";
  /** Of the whole document, as it is now. */
  revision: number;
  /** With `conflict`, nothing was saved, and these are the others' texts. */
  conflicts: OtherText[];
};

/**
 * Saves fields of a draft. Where somebody else has saved one of them after `basedOn`, nothing is written and their text
 * is given back, so that a person can decide; every saved text is kept for good.
 */
export const savePostmortem = command({
  name: "postmortem.save",
  permission: "postmortem:write",
  input: z.strictObject({
    ...where,
    /** The open page: a save whose answer was lost is no conflict with its own next one. */
    editorId: z.uuid().optional(),
  }),
  run: (scope, input) => saveFields(scope, input),
});

/** As `savePostmortem` for programs: begins what nobody has begun, and refuses with `conflict` naming the fields. */
export const putPostmortem = command({
  name: "postmortem.put",
  permission: "postmortem:write",
  input: z.strictObject(where),
  async run(scope, input) {
    const begun = await begunFor(scope, input.incidentId);
    // Whoever writes over nothing has not read what a draft begins with.
    const basedOn = begun ? begun.revision : input.basedOn;
    const outcome = await saveFields(scope, { ...input, basedOn });
    const { conflicts, revision } = outcome.value;
    if (conflicts.length === 0) return outcome;
    const issues = conflicts.map(({ field, by, at }) => ({
      path: `fields.${field}`,
      message: `${by} has saved it at ${at}`,
    }));
    const named = conflicts.map(({ field }) => fieldName(field)).join(", ");
    throw new DomainError(
      "conflict",
      `Saved by others since revision ${input.basedOn}: ${named}. It is ${revision} now.`,
      issues,
    );
  },
});

type Save = {
  incidentId: string;
  basedOn: number;
  fields: Partial<PostmortemContent>;
  editorId?: string;
};

async function saveFields(scope: CommandScope, { incidentId, basedOn, fields: given, editorId }: Save) {
  const { tx, actor, readClock } = scope;
  const row = await reachedIncident(tx, actor, incidentId);
  const paper = await lockPostmortem(tx, actor.tenantId, incidentId);
  requireDraft(paper);
  if (basedOn > paper.revision) throw new DomainError("invalid", `basedOn: there is no revision ${basedOn} yet`);
  const saved = await latestFields(tx, paper);
  const touched = CONTENT_FIELD_NAMES.filter((field) => given[field] !== undefined && !isStored(saved, field, given));
  const unchanged = { outcome: "unchanged", revision: paper.revision, conflicts: [] } as SaveResult;
  if (touched.length === 0) return { value: unchanged, record: "unchanged" as const };
  const after = { fields: touched, revision: basedOn, editorId: editorId ?? null };
  const others = await changedSince(tx, paper, after);
  if (others.length > 0) {
    const conflicts = saved.filter(({ field }) => others.includes(field)).map(otherText);
    return { value: { ...unchanged, outcome: "conflict", conflicts } as SaveResult, record: "unchanged" as const };
  }
  const revision = paper.revision + 1;
  const texts = Object.fromEntries(touched.map((field) => [field, given[field]]));
  await insertFields({ tx, actor, now: await readClock() }, incidentId, texts, { revision, editorId });
  await updatePostmortem(tx, paper, { revision });
  const data = { revision, fields: touched, digest: digestOf(texts) };
  return { value: { outcome: "saved", revision, conflicts: [] } as SaveResult, record: postmortemRecord(row, data) };
}

const isStored = (saved: readonly SavedField[], field: ContentField, given: Partial<PostmortemContent>): boolean =>
  saved.some((known) => known.field === field && isSame(known.value, given[field]));

const otherText = ({ field, value, revision, by, at }: SavedField): OtherText => ({
  ...{ field, value, revision, by },
  at: at.toISOString(),
});

/** A published text stands: changing it is an amendment, with a reason. */
function requireDraft({ draftVersion }: PostmortemRow): void {
  if (draftVersion !== null) return;
  throw new DomainError("conflict", "This postmortem is published. Amend it to change it.");
}

/** The postmortem that had to be begun for this save; null where it was begun before. */
async function begunFor({ tx, actor, readClock }: CommandScope, incidentId: string): Promise<PostmortemRow | null> {
  const row = await lockIncident(tx, actor, incidentId);
  if (await findPostmortem(tx, actor.tenantId, incidentId)) return null;
  return beginLocked({ tx, actor, now: await readClock() }, row);
}
