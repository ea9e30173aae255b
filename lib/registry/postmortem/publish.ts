import { z } from "zod";
import { postmortemVersion } from "@/db/schema/postmortem";
import { sha256 } from "@/lib/core/digest";
import { DomainError } from "@/lib/core/errors";
import { followUpGaps, publishingGaps } from "@/lib/core/incident/postmortem/gaps";
import type { PostmortemContent, PostmortemDocument } from "@/lib/core/incident/postmortem/model";
import { renderPostmortem } from "@/lib/core/incident/postmortem/render";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";
import { appendEntry } from "../incident/append-entry";
import { stepLocked } from "../incident/step";
import { tellChanged } from "../incident/tell";
import { postmortemRecord } from "./begin";
import { contentOf, latestFields } from "./content";
import { documentOf, factsOf } from "./document";
import { type HeldPostmortem, holdPostmortem, updatePostmortem } from "./find";
import { openFollowUps } from "./follow-ups";
import { requireRevision } from "./reviews";

/**
 * Publishes the draft as the next version, which is never changed again: the incident moves on, and its follow-ups become
 * action items.
 */
export const publishPostmortem = command({
  name: "postmortem.publish",
  permission: "postmortem:publish",
  input: z.strictObject({
    incidentId: z.uuid(),
    /** The revision that was read: nothing is published unseen. */
    revision: z.int().min(1),
  }),
  async run(scope, { incidentId, revision }) {
    const held = await holdPostmortem(scope, incidentId);
    const version = requirePublishable(held);
    requireRevision(held.paper.revision, revision);
    const content = contentOf(await latestFields(scope.tx, held.paper));
    requireComplete(content);
    const facts = await factsOf(scope.tx, held.row, held.paper.importedReference);
    const digest = await keepVersion(held, version, documentOf(facts, content));
    await moveOn(held, version, digest);
    await openFollowUps(held.scope, held.row, content.followUps);
    const data = { version, revision, digest, reason: held.paper.amendmentReason };
    return { value: { incidentId, version, digest }, record: postmortemRecord(held.row, data) };
  },
});

function requirePublishable({ row, paper }: HeldPostmortem): number {
  if (row.state === "merged") throw new DomainError("conflict", "This incident was merged into another one.");
  if (!row.resolvedAt) throw new DomainError("conflict", "This incident is still open: resolve it first.");
  if (paper.draftVersion === null) throw new DomainError("conflict", "This postmortem is published already.");
  return paper.draftVersion;
}

function requireComplete(content: PostmortemContent): void {
  const missing = publishingGaps(content).map((name) => `${name} is empty`);
  const gaps = [...missing, ...followUpGaps(content.followUps)];
  if (gaps.length === 0) return;
  const issues = gaps.map((message) => ({ path: "fields", message }));
  throw new DomainError("conflict", `It cannot be published yet: ${gaps.join("; ")}.`, issues);
}

async function keepVersion(
  { row, paper, scope: { tx, actor, now } }: HeldPostmortem,
  version: number,
  document: PostmortemDocument,
): Promise<string> {
  const markdown = renderPostmortem(document);
  const digest = sha256(markdown);
  await tx.insert(postmortemVersion).values({
    ...{ tenantId: actor.tenantId, incidentId: row.id, version, revision: paper.revision },
    ...{ markdown, digest, document, reason: paper.amendmentReason, publishedAt: now },
    ...doneByColumns(actor),
  });
  await updatePostmortem(tx, paper, { draftVersion: null, amendmentReason: null });
  return digest;
}

/** The first version since the resolution moves the incident; an amendment is told, and changes no state. */
async function moveOn({ row, paper, scope }: HeldPostmortem, version: number, digest: string): Promise<void> {
  const why = paper.amendmentReason ? ` It was amended: ${paper.amendmentReason}` : "";
  const text = `Version ${version} of the postmortem is published.${why}`;
  const data = { version, digest };
  if (row.state === "resolved") {
    await stepLocked(scope, row, "publish", { text, kind: "postmortem", data });
    return;
  }
  const { sequence } = await appendEntry(scope, row.id, { kind: "postmortem", text, data });
  await tellChanged(scope, row, { sequence, text });
}
