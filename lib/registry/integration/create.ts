import { z } from "zod";
import { databaseError } from "@/db/client";
import { integration } from "@/db/schema/integration";
import { invalid } from "@/lib/core/errors";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { apiUrl, appId, GITHUB_API, integrationName, privateKey } from "./fields";
import { newWebhookSecret, sealSecret } from "./secrets";

const input = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("github"),
    name: integrationName,
    apiUrl: apiUrl.default(GITHUB_API),
    appId,
    privateKey,
  }),
  z.strictObject({ kind: z.literal("webhook"), name: integrationName }),
]);

/** Adds a system that asks the gate by webhook. Its webhook secret is made here and returned this one time. */
export const createIntegration = command({
  name: "integration.create",
  permission: "integration:manage",
  stepUp: true,
  input,
  async run({ tx, actor, now }, given) {
    const of = { tenantId: actor.tenantId, id: newId(now) };
    const webhookSecret = newWebhookSecret();
    const github = given.kind === "github" ? { apiUrl: given.apiUrl, appId: given.appId } : null;
    await tx
      .insert(integration)
      .values({
        ...of,
        kind: given.kind,
        name: given.name,
        webhookSecretSealed: sealSecret(of, "webhook-secret", webhookSecret),
        ...github,
        privateKeySealed: given.kind === "github" ? sealSecret(of, "private-key", given.privateKey) : null,
        createdAt: now,
        ...doneByColumns(actor),
      })
      .catch(refuseTakenName);
    const data = { integration: of.id, kind: given.kind, name: given.name, ...github };
    return { value: { id: of.id, webhookSecret }, record: { kind: "integration", subjects: [of.id], data } };
  },
});

export function refuseTakenName(error: unknown): never {
  if (databaseError(error).constraint !== "integration_name") throw error;
  throw invalid("name", "another integration has this name");
}
