import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { incident } from "@/db/schema/incident";
import { postmortem, postmortemVersion } from "@/db/schema/postmortem";
import { sha256 } from "@/lib/core/digest";
import { invalid } from "@/lib/core/errors";
import { incidentReference, SEVERITIES } from "@/lib/core/incident/model";
import { contentOfDocument, type PostmortemDocument, postmortemSchema } from "@/lib/core/incident/postmortem/model";
import { parsePostmortem } from "@/lib/core/incident/postmortem/parse";
import { renderPostmortem } from "@/lib/core/incident/postmortem/render";
import { instantText } from "@/lib/core/instant";
import { serviceBySlug } from "../catalog";
import { command, requirePermission } from "../command";
import { lockIncidents } from "../incident/numbers";
import { beginLocked, postmortemRecord } from "./begin";
import { importedIncident } from "./imported-incident";

const MOST_BYTES = 2_000_000;

const input = z
  .strictObject({
    /** An `incident.md`; or the same as JSON in `document`. */
    markdown: z.string().max(MOST_BYTES).optional(),
    document: postmortemSchema.optional(),
    /** What the document leaves out, such as one after the playbook's bare template. */
    title: z.string().trim().min(1).max(300).optional(),
    service: z.string().min(1).max(200).optional(),
    severity: z.enum(SEVERITIES).optional(),
    declared: instantText.optional(),
    resolved: instantText.optional(),
  })
  .refine(({ markdown, document }) => (markdown === undefined) !== (document === undefined), {
    path: ["markdown"],
    message: "give either markdown or document",
  });
type Input = z.output<typeof input>;

/**
 * Takes over a postmortem that was written elsewhere, with its incident, which is over. Exported, it is the same document
 * again. One that is here already, imported or written here, is `duplicate`. Its deadlines count from its import.
 */
export const importPostmortem = command({
  name: "postmortem.import",
  permission: "postmortem:write",
  input,
  async run({ tx, actor, readClock }, given) {
    const document = completed(given);
    const named = await serviceBySlug(tx, actor, document.service);
    requirePermission(actor, "incident:declare");
    await lockIncidents(tx, actor.tenantId);
    const digest = sha256(renderPostmortem(document));
    const known = await knownHere(tx, actor.tenantId, digest);
    if (known) return { value: { ...known, duplicate: true, digest }, record: "unchanged" };
    const scope = { tx, actor, now: await readClock() };
    const row = await importedIncident(scope, document, named);
    const reference = incidentReference(row.number);
    const imported = { reference: document.incident || null, digest };
    await beginLocked(scope, row, { content: contentOfDocument(document), imported });
    const data = { imported: document.incident, digest, revision: 1 };
    return {
      value: { incidentId: row.id, reference, duplicate: false, digest },
      record: postmortemRecord(row, data),
    };
  },
});

/** The document with what it lacks; `invalid` naming what neither it nor the input says, or what they say differently. */
function completed(given: Input): PostmortemDocument {
  const document = given.document ?? parsePostmortem(given.markdown ?? "");
  const told = <F extends "service" | "severity" | "declared" | "resolved">(field: F) => {
    const [own, other] = [document[field] || null, given[field] ?? null];
    const isSame = field === "service" || field === "severity" ? own === other : sameInstant(own, other);
    if (own && other && !isSame) throw invalid(field, `the document says ${own}: leave it out`);
    const value = own ?? other;
    if (value) return value as NonNullable<PostmortemDocument[F]>;
    throw invalid(field, "the document does not say it: give it");
  };
  const instant = (field: "declared" | "resolved") => new Date(told(field)).toISOString();
  const [declared, resolved] = [instant("declared"), instant("resolved")];
  if (resolved < declared) throw invalid("resolved", "must not lie before declared");
  const title = document.title || given.title || firstLine(document.impact) || `Incident ${document.incident}`.trim();
  const detected = document.detected ?? declared;
  return { ...document, title, service: told("service"), severity: told("severity"), declared, detected, resolved };
}

const sameInstant = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && Date.parse(one) === Date.parse(other);

const firstLine = (text: string): string => (text.split("\n", 1)[0] ?? "").trim().slice(0, 300);

/** The incident that has exactly this document: imported before, or published here. */
async function knownHere(tx: Tx, tenantId: string, digest: string) {
  const [found] = await tx
    .select({ incidentId: incident.id, number: incident.number })
    .from(incident)
    .where(
      and(
        eq(incident.tenantId, tenantId),
        sql`(exists (select 1 from ${postmortem} where ${postmortem.tenantId} = ${incident.tenantId}
              and ${postmortem.incidentId} = ${incident.id} and ${postmortem.importedDigest} = ${digest})
          or exists (select 1 from ${postmortemVersion} where ${postmortemVersion.tenantId} = ${incident.tenantId}
              and ${postmortemVersion.incidentId} = ${incident.id} and ${postmortemVersion.digest} = ${digest}))`,
      ),
    )
    .limit(1);
  return found ? { incidentId: found.incidentId, reference: incidentReference(found.number) } : null;
}
