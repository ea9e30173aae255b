import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incidentEntry } from "@/db/schema/incident";
import { notification } from "@/db/schema/notification";
import type { IncidentRow } from "./find";
import { declaredKey } from "./tell";
import type { Acknowledgement, Told } from "./view";

/** Who was told of an incident, in what state the message is, and whether and when they said that they are on it. */
export async function toldOf(
  tx: Tx,
  { tenantId, id }: IncidentRow,
  acknowledgements: readonly Acknowledgement[],
): Promise<Told[]> {
  const messages = await tx
    .select()
    .from(notification)
    .where(
      and(
        eq(notification.tenantId, tenantId),
        eq(notification.kind, "incident-declared"),
        eq(notification.key, declaredKey(id)),
      ),
    )
    .orderBy(asc(notification.createdAt), asc(notification.recipientName), asc(notification.id));
  const acknowledgedAt = new Map(acknowledgements.map(({ byId, at }) => [byId, at]));
  return messages.map((message) => ({
    recipientId: message.recipientId,
    recipient: message.recipientName,
    kind: message.recipientKind,
    state: message.state === "gave_up" ? "failed" : message.state,
    at: message.createdAt.toISOString(),
    sentAt: message.sentAt?.toISOString() ?? null,
    acknowledgedAt: acknowledgedAt.get(message.recipientId) ?? null,
  }));
}

/** Who said that they are on an incident, each once, the first one first. */
export async function acknowledgementsOf(tx: Tx, { tenantId, id }: IncidentRow): Promise<Acknowledgement[]> {
  const entries = await tx
    .select({ byId: incidentEntry.byId, name: incidentEntry.byName, at: incidentEntry.at })
    .from(incidentEntry)
    .where(
      and(
        eq(incidentEntry.tenantId, tenantId),
        eq(incidentEntry.incidentId, id),
        eq(incidentEntry.kind, "acknowledgement"),
      ),
    )
    .orderBy(asc(incidentEntry.sequence));
  const seen = new Set<string>();
  return entries
    .filter(({ byId }) => !seen.has(byId) && seen.add(byId))
    .map(({ byId, name, at }) => ({ byId, name, at: at.toISOString() }));
}
