import { z } from "zod";
import { integration } from "@/db/schema/integration";
import { invalid } from "@/lib/core/errors";
import { command } from "../command";
import { refuseTakenName } from "./create";
import { apiUrl, appId, integrationName, privateKey } from "./fields";
import { integrationIs, lockIntegration } from "./find";
import { sealSecret } from "./secrets";

/** Changes what is given of an integration. That the private key was replaced is recorded, never the key. */
export const updateIntegration = command({
  name: "integration.update",
  permission: "integration:manage",
  stepUp: true,
  input: z.strictObject({
    integrationId: z.uuid(),
    name: integrationName.optional(),
    apiUrl: apiUrl.optional(),
    appId: appId.optional(),
    privateKey: privateKey.optional(),
  }),
  async run({ tx, actor }, { integrationId, privateKey: key, ...given }) {
    const row = await lockIntegration(tx, actor, integrationId);
    if (row.kind !== "github" && (given.apiUrl || given.appId || key)) {
      throw invalid("", "Only a GitHub integration has an API address, an app and a key.");
    }
    const after = { name: given.name ?? row.name, apiUrl: given.apiUrl ?? row.apiUrl, appId: given.appId ?? row.appId };
    const { name, apiUrl: api, appId: app } = row;
    const sealed = key === undefined ? {} : { privateKeySealed: sealSecret(row, "private-key", key) };
    const changed = key !== undefined || after.name !== name || after.apiUrl !== api || after.appId !== app;
    if (!changed) return { value: { id: row.id }, record: "unchanged" };
    await tx
      .update(integration)
      .set({ ...after, ...sealed })
      .where(integrationIs(actor, row.id))
      .catch(refuseTakenName);
    const before = { name, apiUrl: api, appId: app };
    const data = { integration: row.id, name: after.name, before, after, privateKeyReplaced: key !== undefined };
    return { value: { id: row.id }, record: { kind: "integration", subjects: [row.id], data } };
  },
});
