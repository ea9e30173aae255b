import { DomainError } from "@/lib/core/errors";
import { withRequestSpan } from "@/lib/observability/request-span";
import { type PresentedIntegration, presentedIntegration } from "@/lib/registry/integration/presented";
import { jsonOfBytes, readSentBytes } from "../body";
import type { Handler } from "../endpoint";
import { problemResponse, SAFE_HEADERS } from "../problem";
import type { WebhookDelivery } from "./delivery";
import { isSignedByGitHub, receiveFromGitHub } from "./github";
import { isSignedBySender, receiveQuestion } from "./question";

/** A protection rule's event is some 20 kB; GitHub's largest events are 25 MB, which none that we ask for is. */
export const MAX_WEBHOOK_BYTES = 1024 * 1024;

const KINDS = {
  github: { isSigned: isSignedByGitHub, receive: receiveFromGitHub },
  webhook: { isSigned: isSignedBySender, receive: receiveQuestion },
};

/** The door for webhooks: bytes, then the signature over them, and only then what they say. */
export const webhookHandler: Handler = (request, context) =>
  withRequestSpan({ method: "POST", route: "/api/v1/webhooks/{id}" }, async (setTenant) => {
    try {
      const { id } = (await context.params) ?? {};
      const bytes = await readSentBytes(request, MAX_WEBHOOK_BYTES);
      const json = () => jsonOfBytes(request, bytes, MAX_WEBHOOK_BYTES);
      const delivery = { headers: request.headers, bytes, now: Date.now(), json };
      const presented = await verified(typeof id === "string" ? id : "", delivery);
      setTenant(presented.actor.tenantId);
      const { status, body } = await KINDS[presented.kind].receive(presented, delivery);
      return Response.json(body, { status, headers: SAFE_HEADERS });
    } catch (error) {
      return problemResponse(error);
    }
  });

/** One refusal for an unknown integration, a disabled one and a wrong signature: it tells a stranger nothing. */
async function verified(id: string, delivery: WebhookDelivery): Promise<PresentedIntegration> {
  const presented = await presentedIntegration(id);
  // An unknown one takes as long as a known one: its signature is checked too, against nothing.
  const isSigned = KINDS[presented?.kind ?? "github"].isSigned(presented?.webhookSecret ?? "unknown", delivery);
  if (presented && isSigned) return presented;
  throw new DomainError("unauthenticated", "No integration of this address has signed this webhook.");
}
