import { and, eq, inArray } from "drizzle-orm";
import { notification } from "@/db/schema/notification";
import type { Actor } from "@/lib/core/access";
import type { DeliveryState, OutboxKind, RecipientKind } from "@/lib/core/notification/delivery";
import { labelOf } from "@/lib/core/notification/message";
import type { VerdictWord } from "@/lib/core/notification/notice";
import { requirePermission } from "../command";
import { type Page, type PageRequest, planPage } from "../keyset";
import { read } from "../read";

export type DeliveryView = {
  id: string;
  kind: OutboxKind;
  label: string;
  recipientKind: RecipientKind;
  recipient: string;
  title: string;
  verdict: VerdictWord | null;
  path: string;
  state: DeliveryState;
  attempts: number;
  error: string | null;
  createdAt: string;
  sentAt: string | null;
};

const PAGE_SIZE = 25;
export const UNDELIVERED = ["failed", "gave_up"] as const satisfies DeliveryState[];

type Filter = PageRequest & { undelivered?: boolean };

/** The outbox, newest first: all of it, or what could not be delivered. */
export async function listDeliveries(
  actor: Actor,
  { undelivered = false, ...request }: Filter,
): Promise<Page<DeliveryView> & { now: string }> {
  requirePermission(actor, "notification:manage");
  return read(actor, async (tx, now) => {
    const keyset = { at: notification.createdAt, id: notification.id, order: "descending", size: PAGE_SIZE } as const;
    const plan = planPage<typeof notification.$inferSelect>(request, keyset, ({ createdAt: at, id }) => ({ at, id }));
    const rows = await tx
      .select()
      .from(notification)
      .where(
        and(
          eq(notification.tenantId, actor.tenantId),
          undelivered ? inArray(notification.state, [...UNDELIVERED]) : undefined,
          plan.where,
        ),
      )
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const { items, ...cursors } = plan.pageOf(rows);
    return { items: items.map(viewOf), ...cursors, now: now.toISOString() };
  });
}

function viewOf(row: typeof notification.$inferSelect): DeliveryView {
  const { id, kind, recipientKind, state, attempts } = row;
  const { title, verdict, path } = row.content;
  return {
    ...{ id, kind, label: labelOf(kind), recipientKind, recipient: row.recipientName },
    ...{ title, verdict, path, state, attempts, error: row.lastError },
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}
