import { callbackOf } from "@/lib/integrations/github/callback";
import { readDeploymentStatus } from "@/lib/integrations/github/deployment-status";
import { type ProtectionRuleRequest, readProtectionRuleRequest } from "@/lib/integrations/github/payload";
import { isSignedBy } from "@/lib/integrations/signature";
import { receiveDeploymentStatus } from "@/lib/registry/deployment/receive";
import { receiveDeployment } from "@/lib/registry/deployment-request/receive";
import { noteDelivery } from "@/lib/registry/integration/note-delivery";
import type { PresentedIntegration } from "@/lib/registry/integration/presented";
import { requireDeliveryId, type WebhookAnswer, type WebhookDelivery } from "./delivery";
import { receiveIssueEvent } from "./issue";

export const isSignedByGitHub = (secret: string, { headers, bytes }: WebhookDelivery): boolean =>
  isSignedBy(secret, headers.get("x-hub-signature-256"), bytes);

/** A verified delivery of GitHub's. What is understood but not for us is accepted, so that GitHub does not repeat it. */
export async function receiveFromGitHub(
  { actor, apiUrl }: PresentedIntegration,
  delivery: WebhookDelivery,
): Promise<WebhookAnswer> {
  const event = (delivery.headers.get("x-github-event") ?? "").slice(0, 100);
  const deliveryId = requireDeliveryId(delivery.headers, "x-github-delivery");
  const body = delivery.json();
  if (event === "deployment_status") return receiveStatus(actor, deliveryId, body);
  if (event === "issues") return receiveIssueEvent(actor, deliveryId, body);
  const asked = event === "deployment_protection_rule" ? readProtectionRuleRequest(body) : null;
  if (!asked) {
    const outcome = event === "ping" ? "pong" : "ignored";
    await noteDelivery(actor, { deliveryId, event: event || "none", outcome });
    return { status: event === "ping" ? 200 : 202, body: { outcome } };
  }
  const { externalId, problem } = identityOf(asked, apiUrl ?? "", deliveryId);
  const { deploymentId: _, ...request } = asked;
  const received = await receiveDeployment({ actor }, { deliveryId, event, externalId, problem, ...request });
  return { status: 202, body: received };
}

/** What has become of a deployment. A state in which nothing is deployed is not for us. */
async function receiveStatus(
  actor: PresentedIntegration["actor"],
  deliveryId: string,
  body: unknown,
): Promise<WebhookAnswer> {
  const event = "deployment_status";
  const told = readDeploymentStatus(body);
  if (told) return { status: 202, body: await receiveDeploymentStatus({ actor }, { deliveryId, event, ...told }) };
  await noteDelivery(actor, { deliveryId, event, outcome: "ignored" });
  return { status: 202, body: { outcome: "ignored" } };
}

/**
 * A request is named by its run, environment and deployment: delivered again it is the same one, while a run that is
 * started again asks anew. Without a run, what GitHub calls the delivery names it.
 */
function identityOf(asked: ProtectionRuleRequest, apiUrl: string, deliveryId: string) {
  const callback = callbackOf(asked.callbackUrl, { apiUrl, repository: asked.repository });
  const installation = asked.installationId ? null : "GitHub named no installation of the app";
  if ("problem" in callback) {
    const known = asked.deploymentId ? `deployment/${asked.deploymentId}` : `delivery/${deliveryId}`;
    return { externalId: `${known}/${asked.environment ?? ""}`, problem: callback.problem };
  }
  const parts = ["run", callback.runId, asked.deploymentId ?? "-", asked.environment ?? ""];
  return { externalId: parts.join("/"), problem: installation };
}
