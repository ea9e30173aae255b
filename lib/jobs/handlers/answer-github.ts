import { answerText } from "@/lib/core/deployment/answer";
import { commentOf } from "@/lib/integrations/github/comment";
import type { Judged } from "@/lib/registry/deployment-request/judge";
import { keepWaiting } from "@/lib/registry/deployment-request/keep-waiting";
import type { OpenRequest } from "@/lib/registry/deployment-request/open";
import { decisionState, settle } from "./settle";
import { type Told, tellGitHub } from "./tell-github";

/** GitHub takes no more status reports for one deployment. */
const MOST_REPORTS = 10;

/** Tells GitHub what was judged, and keeps what it was told. Trouble that may pass is thrown: tried again. */
export async function answerGitHub(request: OpenRequest, judged: Judged, link: string | null): Promise<void> {
  const { answer, releaseId, decisionId } = judged;
  const { state } = answer;
  const note = answerText(answer);
  if (state === "unanswerable") return settle(request, { state, note, releaseId, decisionId: null });
  const comment = commentOf(answer, link ? { text: "Details in Readiness", url: link } : null);
  if (state === "waiting") return reportWaiting(request, note, comment, releaseId);
  const told = await tellGitHub(request, { environment: request.externalEnvironment, state, comment }, note);
  if (told.kind === "done" || told.kind === "settled") return settle(request, { state, note, releaseId, decisionId });
  return notTold(request, told, note, releaseId);
}

async function reportWaiting(
  request: OpenRequest,
  note: string,
  comment: string,
  releaseId: string | null,
): Promise<void> {
  // An earlier attempt decided an answer and ended before it knew whether that arrived: GitHub knows.
  const isUnsure = request.decisionId !== null;
  const isNews = request.note !== note && request.reports < MOST_REPORTS;
  if (!isUnsure && !isNews) return keepWaiting(request, { note, told: false, releaseId });
  const told = await tellGitHub(request, { environment: request.externalEnvironment, comment }, note);
  const arrived = told.kind === "settled" ? await decisionState(request) : null;
  if (arrived) return settle(request, arrived);
  if (told.kind === "done" || told.kind === "settled") return keepWaiting(request, { note, told: true, releaseId });
  return notTold(request, told, note, releaseId);
}

/** What is gone is answered no more; what an admin can mend goes on waiting, with the reason. */
async function notTold(
  request: OpenRequest,
  { kind, reason }: Told,
  note: string,
  releaseId: string | null,
): Promise<void> {
  if (kind === "gone") return settle(request, { state: "unanswerable", note: reason, releaseId, decisionId: null });
  return keepWaiting(request, { note: `${note}\n${reason}`, told: false, releaseId });
}
