import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incident } from "@/db/schema/incident";
import { postmortem } from "@/db/schema/postmortem";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { incidentNumber } from "@/lib/core/incident/model";
import { requireReach } from "../actor-columns";
import type { CommandScope } from "../command";
import { noSuchIncident } from "../incident/fields";
import { type IncidentRow, incidentKey, lockIncident } from "../incident/find";
import type { IncidentScope } from "../incident/hold";
import { isRecordId } from "../record-id";

export type PostmortemRow = typeof postmortem.$inferSelect;
export type HeldPostmortem = { row: IncidentRow; paper: PostmortemRow; scope: IncidentScope };

const postmortemKey = (tenantId: string, incidentId: string) =>
  and(eq(postmortem.tenantId, tenantId), eq(postmortem.incidentId, incidentId));

/** An incident by its id or its reference (INC-7) within the actor's reach, unlocked, or `not_found`. */
export async function reachedIncident(tx: Tx, actor: Actor, idOrReference: string): Promise<IncidentRow> {
  const number = incidentNumber(idOrReference);
  if (number === null && !isRecordId(idOrReference)) throw noSuchIncident();
  const which = number === null ? incidentKey(actor, idOrReference) : numberKey(actor, number);
  const [row] = await tx.select().from(incident).where(which);
  if (!row) throw noSuchIncident();
  requireReach(actor, { serviceId: row.serviceId });
  return row;
}

const numberKey = ({ tenantId }: Actor, number: number) =>
  and(eq(incident.tenantId, tenantId), eq(incident.number, number));

/** The postmortem of an incident; null: nobody has begun it. */
export async function findPostmortem(tx: Tx, tenantId: string, incidentId: string): Promise<PostmortemRow | null> {
  const [paper] = await tx.select().from(postmortem).where(postmortemKey(tenantId, incidentId));
  return paper ?? null;
}

/** Locks a postmortem, so that saves come one after the other; never before the incident's own lock. */
export async function lockPostmortem(tx: Tx, tenantId: string, incidentId: string): Promise<PostmortemRow> {
  const [paper] = await tx.select().from(postmortem).where(postmortemKey(tenantId, incidentId)).for("update");
  if (paper) return paper;
  throw new DomainError("not_found", "Nobody has begun the postmortem of this incident.");
}

/** Locks an incident and its postmortem for a change, dated after both locks were got. */
export async function holdPostmortem(
  { tx, actor, readClock }: CommandScope,
  incidentId: string,
): Promise<HeldPostmortem> {
  const row = await lockIncident(tx, actor, incidentId);
  const paper = await lockPostmortem(tx, actor.tenantId, incidentId);
  return { row, paper, scope: { tx, actor, now: await readClock() } };
}

/** Changes what the app role may change of a locked postmortem. */
export async function updatePostmortem(
  tx: Tx,
  { tenantId, incidentId }: PostmortemRow,
  changes: Partial<Pick<PostmortemRow, "revision" | "draftVersion" | "amendmentReason">>,
): Promise<void> {
  await tx.update(postmortem).set(changes).where(postmortemKey(tenantId, incidentId));
}
