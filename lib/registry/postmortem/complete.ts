import { z } from "zod";
import { postmortemArchive } from "@/db/schema/postmortem";
import { canonicalJson, sha256 } from "@/lib/core/digest";
import { DomainError } from "@/lib/core/errors";
import { reviewGaps } from "@/lib/core/incident/postmortem/review";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";
import { appendEntry } from "../incident/append-entry";
import { postmortemRecord } from "./begin";
import { writersOf } from "./content";
import { type HeldPostmortem, holdPostmortem } from "./find";
import { givenReviews, reviewsOf } from "./reviews";
import { type VersionRow, versionsOf } from "./versions";

/** Completes the review of the published version and archives it: `incident.md` and JSON, byte by byte. */
export const completePostmortem = command({
  name: "postmortem.complete",
  permission: "postmortem:publish",
  input: z.strictObject({ incidentId: z.uuid() }),
  async run(scope, { incidentId }) {
    const held = await holdPostmortem(scope, incidentId);
    const version = await requireReviewed(held);
    const { tx, actor, now } = held.scope;
    const document = canonicalJson(version.document);
    const archive = { markdownDigest: version.digest, documentDigest: sha256(document) };
    await tx.insert(postmortemArchive).values({
      ...{ tenantId: actor.tenantId, incidentId, version: version.version, completedAt: now },
      ...{ markdown: version.markdown, document, ...archive },
      ...doneByColumns(actor),
    });
    const data = { version: version.version, ...archive };
    const text = `The postmortem's review is completed, and version ${version.version} is archived.`;
    await appendEntry(held.scope, incidentId, { kind: "postmortem", text, data });
    return { value: { incidentId, ...data }, record: postmortemRecord(held.row, data) };
  },
});

async function requireReviewed({ row, paper, scope: { tx } }: HeldPostmortem): Promise<VersionRow> {
  const [latest] = await versionsOf(tx, row.tenantId, row.id);
  if (!row.resolvedAt) throw new DomainError("conflict", "This incident is still open: resolve it first.");
  if (!latest || paper.draftVersion !== null || latest.version.publishedAt < row.resolvedAt) {
    throw new DomainError("conflict", "Publish the postmortem first: what is reviewed must stand.");
  }
  if (latest.archive) throw new DomainError("conflict", "This version is completed already.");
  const { version } = latest;
  const gaps = reviewGaps(givenReviews(await reviewsOf(tx, row.tenantId, row.id)), {
    revision: version.revision,
    publisherId: version.byId,
    writerIds: await writersOf(tx, paper, version.revision),
  });
  if (gaps.length === 0) return version;
  throw new DomainError("conflict", `Its review is not done: ${gaps.join("; ")}.`);
}
