import { z } from "zod";
import { type Answer, REQUEST_STATES } from "@/lib/core/deployment/answer";
import type { Verdict } from "@/lib/core/gate/verdict";

/** What the sender of a generic webhook is told: in the answer to its question and at its callback. */
export const deploymentAnswer = z.strictObject({
  requestId: z.uuid(),
  request_id: z.string(),
  state: z.enum(REQUEST_STATES),
  verdict: z.enum(["approve", "waiver_required", "reject"]).nullable(),
  summary: z.string(),
  todo: z.array(z.string()),
  releaseId: z.uuid().nullable(),
  decisionId: z.uuid().nullable(),
  url: z.string().nullable(),
});
export type DeploymentAnswer = z.output<typeof deploymentAnswer>;

type Judgement = { answer: Answer; releaseId: string | null; decisionId: string | null; verdict: Verdict | null };

/** `requestId` is ours, to ask again with; `request_id` the sender's; `url` is where people read it. */
export function answerOf(
  request: { id: string; externalId: string },
  { answer, releaseId, decisionId, verdict }: Judgement,
  url: string | null,
): DeploymentAnswer {
  const ids = { requestId: request.id, request_id: request.externalId };
  return { ...ids, ...answer, verdict: verdict?.verdict ?? null, releaseId, decisionId, url };
}
