import { z } from "zod";
import { integration } from "@/db/schema/integration";
import { command } from "../command";
import { integrationIs, lockIntegration } from "./find";
import { newWebhookSecret, sealSecret } from "./secrets";

/** A new webhook secret, returned this one time. What is signed with the old one is refused from now on. */
export const rotateSecret = command({
  name: "integration.rotate-secret",
  permission: "integration:manage",
  stepUp: true,
  input: z.strictObject({ integrationId: z.uuid() }),
  async run({ tx, actor }, { integrationId }) {
    const row = await lockIntegration(tx, actor, integrationId);
    const webhookSecret = newWebhookSecret();
    await tx
      .update(integration)
      .set({ webhookSecretSealed: sealSecret(row, "webhook-secret", webhookSecret) })
      .where(integrationIs(actor, row.id));
    const data = { integration: row.id, name: row.name, webhookSecretReplaced: true };
    return { value: { id: row.id, webhookSecret }, record: { kind: "integration", subjects: [row.id], data } };
  },
});
