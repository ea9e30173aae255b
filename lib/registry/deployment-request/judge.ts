import { and, eq, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { decision } from "@/db/schema/decision";
import { deploymentRequest } from "@/db/schema/integration";
import { type Answer, answerTo } from "@/lib/core/deployment/answer";
import type { Verdict } from "@/lib/core/gate/verdict";
import { evaluateRelease } from "../gate/evaluate";
import type { OpenRequest } from "./open";
import { outlookOf, type RequestOutlook } from "./outlook";

/** `decisionId`: of the stored decision that the answer rests on; null while it waits, or where there is none. */
export type Judged = { answer: Answer; releaseId: string | null; decisionId: string | null; verdict: Verdict | null };

/**
 * Judges a waiting request by the gate. A decision is stored only for an answer that lets it go on or ends it, and
 * noted with the request before the answer leaves, so that whoever comes after a crash knows what may have arrived.
 */
export async function judgeRequest(request: OpenRequest): Promise<Judged> {
  if (request.isDisabled) {
    const summary = "The integration was disabled, so this request is not answered any more.";
    return { answer: { state: "unanswerable", summary, todo: [] }, releaseId: null, decisionId: null, verdict: null };
  }
  const found = await outlookOf(request);
  const answer = answerTo(found.outlook, request.waitedSeconds);
  const { releaseId, outlook } = found;
  if (!releaseId || !outlook.release || outlook.release.endedAs || !isAnswered(answer)) {
    return { answer, releaseId, decisionId: null, verdict: outlook.release ? outlook.verdict : null };
  }
  const stored = (await decisionAlready(request, outlook.verdict)) ?? (await decide(request, releaseId));
  const final = answerTo({ ...outlook, verdict: stored.verdict }, request.waitedSeconds);
  await noteIntent(request, releaseId, isAnswered(final) ? stored.decisionId : null);
  return { answer: final, releaseId, decisionId: stored.decisionId, verdict: stored.verdict };
}

const isAnswered = ({ state }: Answer) => state === "approved" || state === "rejected";

async function decide({ actor }: OpenRequest, releaseId: string): Promise<{ decisionId: string; verdict: Verdict }> {
  return evaluateRelease({ actor }, { releaseId });
}

/** The decision of an earlier attempt, where it rests on the same facts and policy and said the same. */
async function decisionAlready({ actor, decisionId }: OpenRequest, now: Verdict) {
  if (!decisionId) return null;
  const [row] = await transaction({ tenantId: actor.tenantId }, (tx) =>
    tx
      .select({ verdict: decision.body })
      .from(decision)
      .where(and(eq(decision.tenantId, actor.tenantId), eq(decision.id, decisionId))),
  );
  const verdict = row?.verdict as Verdict | undefined;
  const same =
    verdict?.verdict === now.verdict &&
    verdict.factsDigest === now.factsDigest &&
    verdict.policyDigest === now.policyDigest;
  return same ? { decisionId, verdict } : null;
}

async function noteIntent(
  { id, actor }: OpenRequest,
  releaseId: RequestOutlook["releaseId"],
  decisionId: string | null,
): Promise<void> {
  await transaction({ tenantId: actor.tenantId }, (tx) =>
    tx
      .update(deploymentRequest)
      .set({ releaseId, decisionId, judgedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(deploymentRequest.tenantId, actor.tenantId),
          eq(deploymentRequest.id, id),
          eq(deploymentRequest.state, "waiting"),
        ),
      ),
  );
}
