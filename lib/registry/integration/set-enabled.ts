import { z } from "zod";
import { integration } from "@/db/schema/integration";
import { command } from "../command";
import { integrationIs, lockIntegration } from "./find";

/** A disabled integration is refused as an unknown one is, and what waits for its answer is answered no more. */
export const setIntegrationEnabled = command({
  name: "integration.set-enabled",
  permission: "integration:manage",
  input: z.strictObject({ integrationId: z.uuid(), enabled: z.boolean() }),
  async run({ tx, actor, now }, { integrationId, enabled }) {
    const row = await lockIntegration(tx, actor, integrationId);
    if ((row.disabledAt === null) === enabled) return { value: { id: row.id, enabled }, record: "unchanged" };
    await tx
      .update(integration)
      .set({ disabledAt: enabled ? null : now })
      .where(integrationIs(actor, row.id));
    const data = { integration: row.id, name: row.name, enabled };
    return { value: { id: row.id, enabled }, record: { kind: "integration", subjects: [row.id], data } };
  },
});
