import { and, eq } from "drizzle-orm";
import { databaseError, type Tx } from "@/db/client";
import { service } from "@/db/schema/catalog";
import { notificationChannel } from "@/db/schema/notification";
import type { Actor } from "@/lib/core/access";
import { DomainError, invalid } from "@/lib/core/errors";

export type ChannelRow = typeof notificationChannel.$inferSelect;

export const channelIs = (actor: Actor, id: string) =>
  and(eq(notificationChannel.tenantId, actor.tenantId), eq(notificationChannel.id, id));

/** A channel of the actor's tenant, locked against another change of it, or `not_found`. */
export async function lockChannel(tx: Tx, actor: Actor, id: string): Promise<ChannelRow> {
  const [row] = await tx.select().from(notificationChannel).where(channelIs(actor, id)).for("update");
  if (!row) throw new DomainError("not_found", "There is no such channel.");
  return row;
}

/** Refuses a service that is not the tenant's. */
export async function requireService(tx: Tx, actor: Actor, serviceId: string | null): Promise<void> {
  if (serviceId === null) return;
  const rows = await tx
    .select({ id: service.id })
    .from(service)
    .where(and(eq(service.tenantId, actor.tenantId), eq(service.id, serviceId)));
  if (rows.length === 0) throw invalid("serviceId", "there is no such service");
}

export function refuseTakenName(error: unknown): never {
  if (databaseError(error).constraint !== "notification_channel_name") throw error;
  throw invalid("name", "another channel has this name");
}

/** What the ledger keeps of a channel: never its address or secret. */
export const statedOf = ({ kind, name, host, subscriptions, serviceId }: Omit<ChannelRow, "urlSealed">) => ({
  kind,
  name,
  host,
  subscriptions,
  service: serviceId,
});
