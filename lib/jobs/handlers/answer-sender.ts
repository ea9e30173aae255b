import { answerText } from "@/lib/core/deployment/answer";
import { OutboundError } from "@/lib/integrations/outbound";
import { answerOf } from "@/lib/integrations/webhook/answer";
import { notify } from "@/lib/integrations/webhook/notify";
import type { Judged } from "@/lib/registry/deployment-request/judge";
import { keepWaiting } from "@/lib/registry/deployment-request/keep-waiting";
import type { OpenRequest } from "@/lib/registry/deployment-request/open";
import { credentialsOf } from "@/lib/registry/integration/credentials";
import { settle } from "./settle";

/** After so many attempts, spread over a quarter of an hour, the sender has to ask for its answer. */
const MOST_ATTEMPTS = 10;

/** Tells the sender of a generic webhook its answer where it named an address. A 5xx is thrown: tried again. */
export async function answerSender(
  request: OpenRequest,
  judged: Judged,
  { link, attempt }: { link: string | null; attempt: number },
): Promise<void> {
  const { answer, releaseId, decisionId } = judged;
  const { state } = answer;
  const note = answerText(answer);
  if (state === "waiting") return keepWaiting(request, { note, told: false, releaseId });
  const trouble = request.callbackUrl ? await tell(request, request.callbackUrl, judged, link, attempt) : null;
  return settle(request, { state, note: trouble ? `${note}\n${trouble}` : note, releaseId, decisionId });
}

async function tell(
  request: OpenRequest,
  url: string,
  judged: Judged,
  link: string | null,
  attempt: number,
): Promise<string | null> {
  const secret = (await credentialsOf(request.actor))?.webhookSecret;
  if (!secret) return "The callback was not told: the integration is gone.";
  try {
    // The same answer has the same delivery id, however often it is sent.
    const status = await notify({ url, secret, deliveryId: request.id, body: answerOf(request, judged, link) });
    if (status < 300) return null;
    if (status < 500 && status !== 429) return `The callback refused the answer (${status}).`;
    if (attempt >= MOST_ATTEMPTS) return `The callback took no answer (${status}).`;
    throw new OutboundError("failed", `The callback answered ${status}.`);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    if (error.kind === "failed" && attempt < MOST_ATTEMPTS) throw error;
    return `The callback was not told. ${error.message}`;
  }
}
