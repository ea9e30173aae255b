import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/core/access";
import { canonicalJson, sha256 } from "@/lib/core/digest";
import { DomainError } from "@/lib/core/errors";
import { incidentReference } from "@/lib/core/incident/model";
import { type PostmortemDocument, postmortemSchema } from "@/lib/core/incident/postmortem/model";
import { renderPostmortem } from "@/lib/core/incident/postmortem/render";
import type { IncidentRow } from "../incident/find";
import { read } from "../read";
import { contentOf, latestFields } from "./content";
import { postmortemNow } from "./deadlines";
import { documentOf, factsOf } from "./document";
import { type PostmortemRow, reachedIncident } from "./find";
import { summaryOf } from "./queries";
import { versionsOf } from "./versions";
import type { PostmortemSummary } from "./view";

/** Which text: the one of a version, or the one that is being written. */
export type WhichText = number | "draft";
export type ExportedPostmortem = PostmortemSummary & {
  incidentId: string;
  reference: string;
  /** Null: a draft. */
  version: number | null;
  /** Of the last save of any field: what a change is based on. */
  revision: number;
  document: PostmortemDocument;
  /** `incident.md`, byte by byte; published, it never changes. */
  markdown: string;
  /** SHA-256 of `markdown`. */
  digest: string;
  /** The document in its RFC 8785 form, and its SHA-256. */
  json: string;
  jsonDigest: string;
};

/** A postmortem as a document: the version that is asked for, else the latest published one, else the draft. */
export async function exportedPostmortem(
  actor: Actor,
  incidentId: string,
  which?: WhichText,
): Promise<ExportedPostmortem> {
  return read(actor, async (tx, now) => {
    const row = await reachedIncident(tx, actor, incidentId);
    const current = await postmortemNow(tx, row, now);
    const { paper } = current;
    if (!paper) throw new DomainError("not_found", "Nobody has begun the postmortem of this incident.");
    const text = await textOf(tx, row, paper, which);
    const json = canonicalJson(text.document);
    return {
      ...summaryOf(current, now),
      ...{ incidentId: row.id, reference: incidentReference(row.number), revision: paper.revision },
      ...text,
      digest: sha256(text.markdown),
      ...{ json, jsonDigest: sha256(json) },
    };
  });
}

type Text = Pick<ExportedPostmortem, "version" | "document" | "markdown">;

async function textOf(tx: Tx, row: IncidentRow, paper: PostmortemRow, which?: WhichText): Promise<Text> {
  const versions = which === "draft" ? [] : await versionsOf(tx, row.tenantId, row.id);
  const found = which === undefined ? versions[0] : versions.find(({ version }) => version.version === which);
  if (found) {
    const { version, document, markdown } = found.version;
    return { version, document: postmortemSchema.parse(document), markdown };
  }
  if (typeof which === "number") throw new DomainError("not_found", `There is no version ${which}.`);
  const facts = await factsOf(tx, row, paper.importedReference);
  const document = documentOf(facts, contentOf(await latestFields(tx, paper)));
  return { version: null, document, markdown: renderPostmortem(document) };
}
