import { transaction } from "@/db/client";
import { integration } from "@/db/schema/integration";
import type { IntegrationActor } from "@/lib/core/access";
import { integrationIs } from "./find";
import { openSecret } from "./secrets";

/** What it takes to speak to the other side. It leaves this process only in what is signed with it. */
export type Credentials = {
  webhookSecret: string;
  github: { apiUrl: string; appId: string; privateKey: string } | null;
};

export async function credentialsOf(actor: IntegrationActor): Promise<Credentials | null> {
  const [row] = await transaction({ tenantId: actor.tenantId }, (tx) =>
    tx.select().from(integration).where(integrationIs(actor, actor.id)),
  );
  if (!row) return null;
  const { apiUrl, appId, privateKeySealed } = row;
  return {
    webhookSecret: openSecret(row, "webhook-secret", row.webhookSecretSealed),
    github:
      apiUrl && appId && privateKeySealed
        ? { apiUrl, appId, privateKey: openSecret(row, "private-key", privateKeySealed) }
        : null,
  };
}
