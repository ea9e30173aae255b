import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { readyToEnqueue } from "@/db/jobs/enqueue";
import { integration } from "@/db/schema/integration";
import type { IntegrationActor } from "@/lib/core/access";
import { log } from "@/lib/observability/log";
import { loggable } from "@/lib/observability/loggable";
import { isRecordId } from "../record-id";
import { openSecret } from "./secrets";

export type PresentedIntegration = {
  actor: IntegrationActor;
  kind: "github" | "webhook";
  apiUrl: string | null;
  webhookSecret: string;
};

/** The integration that a webhook names; null where it must be refused: unknown, disabled, or no id at all. */
export async function presentedIntegration(id: string): Promise<PresentedIntegration | null> {
  if (!isRecordId(id)) return null;
  await readyToEnqueue();
  const [row] = await transaction({ integrationId: id }, (tx) =>
    tx.select().from(integration).where(eq(integration.id, id)),
  );
  if (!row || row.disabledAt) return null;
  const webhookSecret = readableSecret(row);
  if (webhookSecret === null) return null;
  const actor = { kind: "integration" as const, id: row.id, tenantId: row.tenantId, name: row.name };
  return { actor, kind: row.kind, apiUrl: row.apiUrl, webhookSecret };
}

/** One that was sealed with another key verifies nothing: an admin's trouble, told in the log and not to strangers. */
function readableSecret(row: typeof integration.$inferSelect): string | null {
  try {
    return openSecret(row, "webhook-secret", row.webhookSecretSealed);
  } catch (error) {
    log.error({ integration: row.id, error: loggable(error) }, "the secret of an integration cannot be read");
    return null;
  }
}
