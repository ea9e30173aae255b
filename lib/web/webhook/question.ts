import { answerText } from "@/lib/core/deployment/answer";
import { DomainError } from "@/lib/core/errors";
import { linkTo } from "@/lib/integrations/deep-link";
import { isSignedBy } from "@/lib/integrations/signature";
import { answerOf } from "@/lib/integrations/webhook/answer";
import { readDeploymentQuestion } from "@/lib/integrations/webhook/payload";
import { judgeRequest } from "@/lib/registry/deployment-request/judge";
import { type OpenRequest, openRequest } from "@/lib/registry/deployment-request/open";
import { receiveDeployment } from "@/lib/registry/deployment-request/receive";
import { settleRequest } from "@/lib/registry/deployment-request/settle";
import { decisionById } from "@/lib/registry/gate/decision";
import type { PresentedIntegration } from "@/lib/registry/integration/presented";
import { requireDeliveryId, type WebhookAnswer, type WebhookDelivery } from "./delivery";

const MAX_AGE_SECONDS = 300;

/** Signed over `<timestamp>.<body>`, not more than five minutes ago. */
export function isSignedBySender(secret: string, { headers, bytes, now }: WebhookDelivery): boolean {
  const timestamp = headers.get("x-readiness-timestamp") ?? "";
  const isRecent = /^\d{1,12}$/.test(timestamp) && Math.abs(now / 1000 - Number(timestamp)) <= MAX_AGE_SECONDS;
  return isSignedBy(secret, headers.get("x-readiness-signature-256"), `${timestamp}.`, bytes) && isRecent;
}

/** A verified question whether something may be deployed: judged at once; 200 with an answer, else 202 and a wait. */
export async function receiveQuestion(
  { actor }: PresentedIntegration,
  delivery: WebhookDelivery,
): Promise<WebhookAnswer> {
  const deliveryId = requireDeliveryId(delivery.headers, "x-readiness-delivery");
  const question = readDeploymentQuestion(delivery.json());
  const { requestId, duplicate } = await receiveDeployment(
    { actor },
    {
      deliveryId,
      event: "deployment",
      externalId: question.request_id,
      repository: question.repository ?? question.service,
      service: question.service ?? null,
      environment: question.environment,
      commit: question.commit,
      callbackUrl: question.callback_url ?? null,
      strict: true,
    },
  );
  if (duplicate) {
    throw new DomainError("conflict", "This delivery came before. Ask again under a new X-Readiness-Delivery.");
  }
  const request = await openRequest(actor.tenantId, requestId);
  if (!request) throw new DomainError("not_found", "There is no such deployment request.");
  if (request.state !== "waiting") return settledAnswer(request);
  const judged = await judgeRequest(request);
  const { answer, releaseId, decisionId } = judged;
  const body = answerOf(request, judged, linkTo(releaseId, decisionId));
  if (answer.state === "waiting") return { status: 202, body };
  const settlement = { requestId, state: answer.state, note: answerText(answer), releaseId, decisionId };
  await settleRequest({ actor }, settlement);
  return { status: 200, body };
}

/** The same question again gets the answer that it had. */
async function settledAnswer(request: OpenRequest): Promise<WebhookAnswer> {
  const { id, externalId, actor, state, note, releaseId, decisionId } = request;
  const verdict = decisionId ? (await decisionById(actor, decisionId)).verdict : null;
  const judged = { answer: { state, summary: note ?? "", todo: [] }, releaseId, decisionId, verdict };
  return { status: 200, body: answerOf({ id, externalId }, judged, linkTo(releaseId, decisionId)) };
}
