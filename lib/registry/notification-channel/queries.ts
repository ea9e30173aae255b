import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { service } from "@/db/schema/catalog";
import { notification, notificationChannel } from "@/db/schema/notification";
import type { Actor } from "@/lib/core/access";
import type { ChannelKind } from "@/lib/core/notification/channel";
import { DELIVERY_STATES, type DeliveryState } from "@/lib/core/notification/delivery";
import type { NoticeKind } from "@/lib/core/notification/kinds";
import { requirePermission } from "../command";
import { read } from "../read";

export type ChannelView = {
  id: string;
  kind: ChannelKind;
  name: string;
  host: string;
  subscriptions: NoticeKind[];
  service: { id: string; slug: string } | null;
  enabled: boolean;
  last: { state: DeliveryState; at: string; error: string | null } | null;
};

const MAX = 100;
const lastDelivery = z.object({ state: z.enum(DELIVERY_STATES), at: z.number(), error: z.string().nullable() });

/** Every channel by name with its latest delivery. Neither address nor secret is part of it, sealed or not. */
export async function listChannels(actor: Actor): Promise<{ items: ChannelView[]; now: string }> {
  requirePermission(actor, "notification:manage");
  return read(actor, async (tx, now) => {
    const last = sql<unknown>`(select json_build_object('state', n.state, 'error', n.last_error,
        'at', floor(extract(epoch from coalesce(n.sent_at, n.created_at)) * 1000)::float8)
      from ${notification} n where n.tenant_id = ${notificationChannel.tenantId}
        and n.recipient_id = ${notificationChannel.id} order by n.created_at desc, n.id desc limit 1)`;
    const rows = await tx
      .select({
        id: notificationChannel.id,
        kind: notificationChannel.kind,
        name: notificationChannel.name,
        host: notificationChannel.host,
        subscriptions: notificationChannel.subscriptions,
        disabledAt: notificationChannel.disabledAt,
        serviceId: service.id,
        slug: service.slug,
        last,
      })
      .from(notificationChannel)
      .leftJoin(
        service,
        and(eq(service.tenantId, notificationChannel.tenantId), eq(service.id, notificationChannel.serviceId)),
      )
      .where(eq(notificationChannel.tenantId, actor.tenantId))
      .orderBy(asc(notificationChannel.name))
      .limit(MAX);
    const items = rows.map(({ disabledAt, serviceId, slug, last: found, ...row }) => ({
      ...row,
      service: serviceId && slug ? { id: serviceId, slug } : null,
      enabled: disabledAt === null,
      last: lastOf(found),
    }));
    return { items, now: now.toISOString() };
  });
}

function lastOf(found: unknown): ChannelView["last"] {
  if (found === null) return null;
  const { at, ...rest } = lastDelivery.parse(found);
  return { ...rest, at: new Date(at).toISOString() };
}
