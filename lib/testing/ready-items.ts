import { closeActionItem } from "@/lib/registry/action-item/close";
import { noteSyncTrouble } from "@/lib/registry/action-item/issue/claim";
import { linkIssue } from "@/lib/registry/action-item/issue/link";
import { linkRepository } from "@/lib/registry/integration/link";
import { newItem, trackedItem } from "./action-item-records";
import { newIntegration } from "./integration-records";
import type { ReadyCalls, ReadyPlace } from "./ready-calls";

/** Items in every state that a command asks for, and a repository in whose issues they are tracked. */
export async function readyItems({ tenant, caller: actor, serviceId }: ReadyPlace): Promise<ReadyCalls> {
  const { id: integrationId, actor: github } = await newIntegration(tenant, "github", { name: "GitHub of issues" });
  const place = { integrationId, repository: "acme/tracked" };
  await linkRepository({ actor: tenant.admin }, { ...place, serviceId });
  const closed = await newItem(actor, "Closed too early");
  await closeActionItem({ actor }, { actionItemId: closed, state: "done", note: "It was thought to be done." });
  const troubled = await trackedItem(actor, "GitHub was down", place);
  await noteSyncTrouble(tenant.tenantId, troubled, "GitHub answered 503.");
  const followed = await newItem(actor, "Followed");
  await linkIssue({ actor }, { actionItemId: followed, url: "https://github.com/acme/tracked/issues/8" });
  return {
    "action-item.change-many": {
      change: { actionItemIds: [await newItem(actor, "One"), await newItem(actor, "Two")] },
    },
    "action-item.reopen": { change: { actionItemId: closed } },
    "action-item.import": { change: { csv: "title,owner,due_at\nImported,Somebody,2040-01-01\n" } },
    "action-item.open-issue": { change: { actionItemId: await newItem(actor, "To be tracked"), ...place } },
    "action-item.link-issue": {
      change: { actionItemId: await newItem(actor, "To be linked"), url: "https://github.com/acme/tracked/issues/7" },
    },
    "action-item.unlink-issue": { change: { actionItemId: await trackedItem(actor, "To be unlinked", place) } },
    "action-item.retry-issue": { change: { actionItemId: troubled } },
    "action-item.receive-issue": { actor: github, change: { repository: place.repository } },
    "action-item.settle-issue": {
      actor: github,
      change: { actionItemId: await trackedItem(actor, "To be settled", place) },
    },
  };
}
