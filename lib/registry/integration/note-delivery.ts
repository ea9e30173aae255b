import { sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { webhookDelivery } from "@/db/schema/integration";
import type { IntegrationActor } from "@/lib/core/access";

/** Notes a delivery that changes nothing, such as a ping. The same delivery again is noted once. */
export async function noteDelivery(
  { tenantId, id }: IntegrationActor,
  delivery: { deliveryId: string; event: string; outcome: string },
): Promise<void> {
  await transaction({ tenantId }, (tx) =>
    tx
      .insert(webhookDelivery)
      .values({ tenantId, integrationId: id, ...delivery, receivedAt: sql`clock_timestamp()` })
      .onConflictDoNothing(),
  );
}
