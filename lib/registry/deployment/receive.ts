import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { webhookDelivery } from "@/db/schema/integration";
import { DEPLOYMENT_STATES } from "@/lib/core/deployment/facts";
import { DomainError } from "@/lib/core/errors";
import { instantText } from "@/lib/core/instant";
import { commitText, versionText } from "@/lib/core/release/identity";
import { type CommandOutcome, type CommandScope, command } from "../command";
import { deliveryIdText } from "../deployment-request/receive";
import { requireIntegration } from "../deployment-request/require-integration";
import { targetOf } from "../deployment-request/target";
import { type ReportedDeployment, recordDeployment } from "./record";

const input = z.strictObject({
  deliveryId: deliveryIdText,
  event: z.string().max(100),
  externalId: z.string().max(600),
  repository: z.string().max(255),
  environment: z.string().max(255),
  commit: commitText,
  version: versionText.nullable(),
  artifacts: z.array(z.string()).max(1000),
  state: z.enum(DEPLOYMENT_STATES),
  at: instantText,
  url: z.string().max(2000).nullable(),
  deployedBy: z.string().max(200).nullable(),
});

/** `outcome`: what became of the delivery, in a few words. */
export type ReceivedDeployment = { outcome: string; deployment: ReportedDeployment | null };

/** Takes what a verified webhook says of a deployment that has happened. One to a place that is not linked is not ours. */
export const receiveDeploymentStatus = command({
  name: "deployment.receive",
  permission: "deployment:answer",
  input,
  async run(scope, given): Promise<CommandOutcome<ReceivedDeployment>> {
    const { tx } = scope;
    const actor = requireIntegration(scope.actor);
    const { repository, environment: name } = given;
    const found = await targetOf(tx, actor, { repository, service: null, environment: name });
    if ("problem" in found) {
      await note(scope, given, `not linked: ${found.problem}`);
      return { value: { outcome: `Not recorded: ${found.problem}.`, deployment: null }, record: "unchanged" };
    }
    const { value, record } = await recordDeployment(
      scope,
      await placed(tx, actor.tenantId, found),
      { source: "github", integrationId: actor.id, externalId: given.externalId },
      { ...given, at: new Date(given.at) },
    );
    await note(scope, given, value.duplicate ? "repeated" : value.match);
    return { value: { outcome: value.match, deployment: value }, record };
  },
});

async function placed(tx: Tx, tenantId: string, target: { serviceId: string; environmentId: string }) {
  const [row] = await tx
    .select({ service, environment })
    .from(service)
    .innerJoin(environment, and(eq(environment.tenantId, tenantId), eq(environment.id, target.environmentId)))
    .where(and(eq(service.tenantId, tenantId), eq(service.id, target.serviceId)));
  if (!row) throw new DomainError("not_found", "The service or environment of this link is gone.");
  return row;
}

async function note(
  { tx, actor, now }: CommandScope,
  { deliveryId, event }: z.output<typeof input>,
  outcome: string,
): Promise<void> {
  const row = { tenantId: actor.tenantId, integrationId: actor.id, deliveryId, event, outcome, receivedAt: now };
  await tx.insert(webhookDelivery).values(row).onConflictDoNothing();
}
