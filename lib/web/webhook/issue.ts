import { readIssueEvent } from "@/lib/integrations/github/issue-event";
import { receiveIssue } from "@/lib/registry/action-item/issue/receive";
import { noteDelivery } from "@/lib/registry/integration/note-delivery";
import type { PresentedIntegration } from "@/lib/registry/integration/presented";
import type { WebhookAnswer } from "./delivery";

/** What has become of an issue. What changes nothing that an action item has is not for us. */
export async function receiveIssueEvent(
  actor: PresentedIntegration["actor"],
  deliveryId: string,
  body: unknown,
): Promise<WebhookAnswer> {
  const told = readIssueEvent(body);
  if (told) return { status: 202, body: await receiveIssue({ actor }, { deliveryId, ...told }) };
  await noteDelivery(actor, { deliveryId, event: "issues", outcome: "ignored" });
  return { status: 202, body: { outcome: "ignored" } };
}
