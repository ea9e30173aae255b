import type { Jobs } from "@/db/jobs/queues";
import { linkTo } from "@/lib/integrations/deep-link";
import { judgeRequest } from "@/lib/registry/deployment-request/judge";
import { openRequest } from "@/lib/registry/deployment-request/open";
import { answerGitHub } from "./answer-github";
import { answerSender } from "./answer-sender";

/**
 * Judges one waiting request and tells its sender. Run twice, or killed anywhere and run again, it ends in the same
 * state: what has ended is left alone, and a repeated answer is the same answer.
 */
export async function judgeDeployment(
  { tenantId, requestId }: Jobs["judge-deployment"],
  attempt: number,
): Promise<void> {
  const request = await openRequest(tenantId, requestId);
  if (request?.state !== "waiting") return;
  const judged = await judgeRequest(request);
  const link = linkTo(judged.releaseId, judged.decisionId);
  if (request.kind === "github") await answerGitHub(request, judged, link);
  else await answerSender(request, judged, { link, attempt });
}
