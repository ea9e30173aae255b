import { DomainError } from "@/lib/core/errors";
import { callbackOf } from "@/lib/integrations/github/callback";
import { GitHubTrouble, type Review, type ReviewOutcome, review } from "@/lib/integrations/github/review";
import { OutboundError } from "@/lib/integrations/outbound";
import { noteTrouble } from "@/lib/registry/deployment-request/keep-waiting";
import type { OpenRequest } from "@/lib/registry/deployment-request/open";
import { credentialsOf } from "@/lib/registry/integration/credentials";

/** `reason`: for people, where it was not taken. */
export type Told = { kind: ReviewOutcome["kind"]; reason: string };

const MEND = "check the app's id, private key, permissions and installation";

/** Sends one review. Trouble that may pass is noted with the request, beside what was judged, and thrown. */
export async function tellGitHub(request: OpenRequest, told: Review, note: string): Promise<Told> {
  const github = (await credentialsOf(request.actor))?.github;
  const { callbackUrl, installationId, repository } = request;
  if (!github || !callbackUrl || !installationId) throw new DomainError("conflict", "There is nowhere to answer to.");
  // The integration's API address may have been changed since: a token goes there and nowhere else.
  const callback = callbackOf(callbackUrl, { apiUrl: github.apiUrl, repository });
  if ("problem" in callback) return { kind: "gone", reason: `This cannot be answered any more: ${callback.problem}.` };
  try {
    const { kind, status } = await review(github, { installationId, repository, callbackUrl }, told);
    const reason = kind === "gone" ? `GitHub does not know this deployment any more (${status}).` : "";
    return { kind, reason: reason || `GitHub took no answer (${status}): ${MEND}.` };
  } catch (error) {
    if (!(error instanceof OutboundError || error instanceof GitHubTrouble)) throw error;
    const isRefused = error instanceof OutboundError && error.kind === "refused";
    if (isRefused) return { kind: "refused", reason: `GitHub was not told. ${error.message}` };
    await noteTrouble(request, `${note}\nGitHub was not told, and is tried again. ${error.message}`);
    throw error;
  }
}
