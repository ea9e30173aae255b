import { answerText } from "@/lib/core/deployment/answer";
import { DomainError } from "@/lib/core/errors";
import { callbackOf } from "@/lib/integrations/github/callback";
import { commentOf } from "@/lib/integrations/github/comment";
import { type Review, type ReviewOutcome, review } from "@/lib/integrations/github/review";
import type { Judged } from "@/lib/registry/deployment-request/judge";
import { keepWaiting } from "@/lib/registry/deployment-request/keep-waiting";
import type { OpenRequest } from "@/lib/registry/deployment-request/open";
import { credentialsOf } from "@/lib/registry/integration/credentials";
import { decisionState, settle } from "./settle";

/** GitHub takes no more status reports for one deployment. */
const MOST_REPORTS = 10;

/** Tells GitHub what was judged, and keeps what it was told. A 5xx or a network failure is thrown: tried again. */
export async function answerGitHub(request: OpenRequest, judged: Judged, link: string | null): Promise<void> {
  const { answer, releaseId, decisionId } = judged;
  const note = answerText(answer);
  const comment = commentOf(answer, link ? { text: "Details in Readiness", url: link } : null);
  const { state } = answer;
  if (state === "unanswerable") return settle(request, { state, note, releaseId, decisionId: null });
  if (state === "waiting") return reportWaiting(request, judged, note, comment);
  const outcome = await tell(request, { environment: request.externalEnvironment, state, comment });
  if (outcome.kind === "gone") return settle(request, gone(outcome, judged));
  if (outcome.kind === "refused") return keepWaiting(request, refusedNote(outcome, note, releaseId));
  return settle(request, { state, note, releaseId, decisionId });
}

async function reportWaiting(request: OpenRequest, judged: Judged, note: string, comment: string): Promise<void> {
  const { releaseId } = judged;
  // An earlier attempt decided an answer and ended before it knew whether that arrived: GitHub knows.
  const isUnsure = request.decisionId !== null;
  const isNews = request.note !== note && request.reports < MOST_REPORTS;
  if (!isUnsure && !isNews) return keepWaiting(request, { note, told: false, releaseId });
  const outcome = await tell(request, { environment: request.externalEnvironment, comment });
  if (outcome.kind === "gone") return settle(request, gone(outcome, judged));
  if (outcome.kind === "refused") return keepWaiting(request, refusedNote(outcome, note, releaseId));
  const arrived = outcome.kind === "settled" && request.decisionId !== null ? await decisionState(request) : null;
  if (arrived) return settle(request, arrived);
  return keepWaiting(request, { note, told: true, releaseId });
}

async function tell(request: OpenRequest, told: Review): Promise<ReviewOutcome> {
  const github = (await credentialsOf(request.actor))?.github;
  const { callbackUrl, installationId, repository } = request;
  if (!github || !callbackUrl || !installationId) throw new DomainError("conflict", "There is nowhere to answer to.");
  // The integration's API address may have been changed since: a token goes there and nowhere else.
  const callback = callbackOf(callbackUrl, { apiUrl: github.apiUrl, repository });
  if ("problem" in callback) return { kind: "gone", status: 0 };
  return review(github, { installationId, repository, callbackUrl }, told);
}

const gone = ({ status }: ReviewOutcome, { releaseId }: Judged) => ({
  state: "unanswerable" as const,
  note:
    status === 0
      ? "The address to answer to is not one of this integration's API any more."
      : `GitHub does not know this deployment any more (it answered ${status}).`,
  releaseId,
  decisionId: null,
});

const refusedNote = ({ status }: ReviewOutcome, note: string, releaseId: string | null) => ({
  note: `${note}\nGitHub took no answer (${status}): check the app's id, private key, permissions and installation.`,
  told: false,
  releaseId,
});
