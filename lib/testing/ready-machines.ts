import { transaction } from "@/db/client";
import { notification } from "@/db/schema/notification";
import { linkRepository } from "@/lib/registry/integration/link";
import { notificationIs } from "@/lib/registry/notification/outbox";
import { createChannel } from "@/lib/registry/notification-channel/create";
import { newIntegration } from "./integration-records";
import { chatChannel, someNotice } from "./notification-records";
import { told } from "./outbox";
import type { ReadyCalls, ReadyPlace } from "./ready-calls";
import type { TestTenant } from "./tenant";

/** A channel and an integration with a link that stay, a deployment not told of yet, and a message that was given up. */
export async function readyMachines(place: ReadyPlace): Promise<ReadyCalls> {
  const { tenant, caller, serviceId, environmentId } = place;
  const admin = { actor: tenant.admin };
  const { id: channelId } = await createChannel(admin, chatChannel("A room that stays", serviceId));
  const { id: integrationId, actor } = await newIntegration(tenant, "github", { name: "GitHub that stays" });
  const repository = "acme/stays";
  await linkRepository(admin, { integrationId, repository, serviceId, environments: { production: environmentId } });
  return {
    "notification-channel.update": { change: { channelId } },
    "notification-channel.set-enabled": { change: { channelId } },
    "notification.test": { change: { channelId } },
    "notification.retry": { change: { notificationId: await givenUp(tenant, caller.id) } },
    "deployment.receive": { actor, change: { repository } },
    "deployment.report": { change: { externalId: "deploy-of-nobody-yet" } },
  };
}

/** A message as the delivery leaves it after its last attempt. */
async function givenUp(tenant: TestTenant, personId: string): Promise<string> {
  const { tenantId, id } = await told(tenant, someNotice({ key: "given-up", to: { people: [personId] } }));
  await transaction({ tenantId }, (tx) =>
    tx
      .update(notification)
      .set({ state: "gave_up", attempts: 8, lastError: "The address does not answer." })
      .where(notificationIs(tenantId, id)),
  );
  return id;
}
