import { z } from "zod";
import { postmortem } from "@/db/schema/postmortem";
import { DomainError } from "@/lib/core/errors";
import { incidentReference } from "@/lib/core/incident/model";
import type { PostmortemContent } from "@/lib/core/incident/postmortem/model";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";
import { type IncidentRow, lockIncident } from "../incident/find";
import type { IncidentScope } from "../incident/hold";
import { insertFields } from "./content";
import { firstContent } from "./document";
import { findPostmortem, type PostmortemRow } from "./find";

/** Begins the postmortem of an incident with what its timeline says; one that is begun already is left as it is. */
export const beginPostmortem = command({
  name: "postmortem.begin",
  permission: "postmortem:write",
  input: z.strictObject({ incidentId: z.uuid() }),
  async run({ tx, actor, readClock }, { incidentId }) {
    const row = await lockIncident(tx, actor, incidentId);
    const known = await findPostmortem(tx, actor.tenantId, incidentId);
    if (known) return { value: { incidentId, revision: known.revision }, record: "unchanged" };
    const scope = { tx, actor, now: await readClock() };
    const { revision } = await beginLocked(scope, row);
    return { value: { incidentId, revision }, record: postmortemRecord(row, { revision }) };
  },
});

type Imported = { reference: string | null; digest: string };

/** Begins it within the caller's transaction, which holds the incident. Given content was written by whoever brings it. */
export async function beginLocked(
  scope: IncidentScope,
  row: IncidentRow,
  given?: { content: PostmortemContent; imported: Imported },
): Promise<PostmortemRow> {
  const { tx, actor, now } = scope;
  if (row.state === "merged") {
    throw new DomainError("conflict", "This incident was merged into another one: write the postmortem there.");
  }
  const content = given?.content ?? (await firstContent(tx, row));
  const values = {
    tenantId: actor.tenantId,
    incidentId: row.id,
    revision: 1,
    draftVersion: 1,
    importedReference: given?.imported.reference ?? null,
    importedDigest: given?.imported.digest ?? null,
    begunAt: now,
    ...doneByColumns(actor),
  };
  const [paper] = await tx.insert(postmortem).values(values).returning();
  if (!paper) throw new Error("the postmortem was not inserted");
  await insertFields(scope, row.id, content, { revision: 1, isPrefilled: given === undefined });
  return paper;
}

/** What the ledger keeps of a change to a postmortem. */
export const postmortemRecord = ({ id, serviceId, number }: IncidentRow, data: Record<string, unknown>) => ({
  kind: "postmortem",
  subjects: [id, serviceId],
  data: { incident: id, reference: incidentReference(number), ...data },
});
