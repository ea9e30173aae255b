import type { RequestState } from "@/lib/core/deployment/answer";
import type { OpenRequest } from "@/lib/registry/deployment-request/open";
import { settleRequest } from "@/lib/registry/deployment-request/settle";
import { decisionById } from "@/lib/registry/gate/decision";

export type Settlement = {
  state: Exclude<RequestState, "waiting">;
  note: string;
  releaseId: string | null;
  decisionId: string | null;
};

export async function settle({ id, actor }: OpenRequest, settlement: Settlement): Promise<void> {
  await settleRequest({ actor }, { requestId: id, ...settlement });
}

/** How a request ended whose answer arrived although nobody lived to note it: by the decision that it rested on. */
export async function decisionState({ actor, decisionId }: OpenRequest): Promise<Settlement | null> {
  if (!decisionId) return null;
  const { verdict, releaseId } = await decisionById(actor, decisionId);
  const state = verdict.verdict === "approve" ? ("approved" as const) : ("rejected" as const);
  return { state, note: verdict.summary, releaseId, decisionId };
}
