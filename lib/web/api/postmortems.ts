import { z } from "zod";
import { contentSchema, postmortemSchema } from "@/lib/core/incident/postmortem/model";
import { type ExportedPostmortem, exportedPostmortem } from "@/lib/registry/postmortem/export";
import { importPostmortem } from "@/lib/registry/postmortem/import";
import { putPostmortem } from "@/lib/registry/postmortem/save";
import { SentText } from "../endpoint";
import { readRoute, route } from "../route";
import { importAnswer, postmortemAnswer, postmortemDocument, saveAnswer } from "./postmortem-schemas";

const POSTMORTEM = "/api/v1/incidents/{id}/postmortem";
const which = z.strictObject({
  version: z
    .union([z.literal("draft"), z.coerce.number<string>().int().min(1).max(1_000_000)])
    .optional()
    .describe("A published version, or `draft`; left out: the latest version, else the draft"),
});

export const postmortemRoute = readRoute({
  method: "GET",
  path: POSTMORTEM,
  id: "getPostmortem",
  summary: "The postmortem of an incident",
  description: "With its deadlines, as a document and as the bytes of its files. 404 before anybody has begun it.",
  query: which,
  answer: postmortemAnswer,
  read: (actor, { id, query }) => exportedPostmortem(actor, id, query.version),
});

export const putPostmortemRoute = route(putPostmortem, {
  method: "PUT",
  path: POSTMORTEM,
  id: "putPostmortem",
  summary: "Write fields of a postmortem",
  description:
    "Begins the postmortem where nobody has. Fields that are left out stay as they are. Where somebody else has saved " +
    "one of the given fields after revision `basedOn`, nothing is written: 409 with an issue for each such field.",
  body: z.strictObject({
    basedOn: z.int().min(0).describe("The `revision` that was read; 0 where there was none"),
    fields: contentSchema.partial(),
  }),
  answer: saveAnswer,
  input: (body, incidentId) => ({ ...body, incidentId }),
});

export const postmortemMarkdownRoute = readRoute({
  method: "GET",
  path: `${POSTMORTEM}.md`,
  id: "getPostmortemMarkdown",
  summary: "Download incident.md",
  description:
    "The same document is the same bytes, and `Repr-Digest` is their SHA-256. A published version never changes.",
  query: which,
  answer: z.string(),
  answerType: "text/markdown",
  async read(actor, { id, query }) {
    const found = await exportedPostmortem(actor, id, query.version);
    return file(found, {
      text: found.markdown,
      digest: found.digest,
      type: "text/markdown; charset=utf-8",
      ends: "md",
    });
  },
});

export const postmortemJsonRoute = readRoute({
  method: "GET",
  path: `${POSTMORTEM}.json`,
  id: "getPostmortemJson",
  summary: "Download incident.json",
  description: "The document of incident.md in its RFC 8785 form: the same document is the same bytes.",
  query: which,
  answer: postmortemDocument,
  async read(actor, { id, query }) {
    const found = await exportedPostmortem(actor, id, query.version);
    return file(found, { text: found.json, digest: found.jsonDigest, type: "application/json", ends: "json" });
  },
});

export const importPostmortemRoute = route(importPostmortem, {
  method: "POST",
  path: "/api/v1/postmortems",
  id: "importPostmortem",
  summary: "Import a postmortem with its incident",
  description:
    "Of an incident that was over elsewhere: an `incident.md` as `markdown`, or the same as `document`. It becomes a " +
    "resolved incident with a draft, and exports as the same document. What a document after the bare template leaves " +
    "out is given beside it. Also takes the permission incident:declare.",
  body: z.strictObject({
    markdown: z.string().optional(),
    document: postmortemSchema.optional(),
    title: z.string().optional(),
    service: z.string().optional().describe("Where the document does not say it; so are the others"),
    severity: z.string().optional(),
    declared: z.string().optional(),
    resolved: z.string().optional(),
  }),
  answer: importAnswer,
  answerStatus: 201,
  input: (body) => body,
});

type File = { text: string; digest: string; type: string; ends: string };

function file({ reference, version }: ExportedPostmortem, { text, digest, type, ends }: File): SentText {
  const name = version === null ? `${reference}-draft.${ends}` : `${reference}-v${version}.${ends}`;
  const bytes = Buffer.from(digest.replace("sha256:", ""), "hex").toString("base64");
  return new SentText(text, {
    "content-type": type,
    "content-disposition": `attachment; filename="${name}"`,
    "repr-digest": `sha-256=:${bytes}:`,
  });
}
