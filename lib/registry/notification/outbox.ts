import { and, asc, eq, getTableColumns, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { notification } from "@/db/schema/notification";

export type OutboxRow = typeof notification.$inferSelect & { service: string | null; environment: string | null };

export const notificationIs = (tenantId: string, id: string) =>
  and(eq(notification.tenantId, tenantId), eq(notification.id, id));

/** One row of the outbox; for a digest, the rows that it carries after it. With the slugs that messages name. */
export async function outboxRows(tx: Tx, tenantId: string, id: string): Promise<OutboxRow[]> {
  const rows = await tx
    .select({ ...getTableColumns(notification), service: service.slug, environment: environment.slug })
    .from(notification)
    .leftJoin(service, and(eq(service.tenantId, notification.tenantId), eq(service.id, notification.serviceId)))
    .leftJoin(
      environment,
      and(eq(environment.tenantId, notification.tenantId), eq(environment.id, notification.environmentId)),
    )
    .where(and(eq(notification.tenantId, tenantId), or(eq(notification.id, id), eq(notification.digestId, id))))
    .orderBy(asc(notification.createdAt), asc(notification.id));
  return rows.toSorted((one, other) => Number(other.id === id) - Number(one.id === id));
}
