import { type OutboundLimits, send } from "../outbound";
import { API_HEADERS, forgetToken, type GitHubApp, type Installation, installationToken } from "./app-token";

/** Without a state it is a status report only, of which GitHub takes ten for a deployment. */
export type Review = { environment: string; state?: "approved" | "rejected"; comment: string };

/**
 * `done`: GitHub has it. `settled`: it waits for no answer any more (422, which a repeated answer gets too).
 * `gone`: it does not know the run. `refused`: the app may not, or not now; that can be mended while it waits.
 */
export type ReviewOutcome = { kind: "done" | "settled" | "gone" | "refused"; status: number };

/** Answers a deployment protection rule. Throws `OutboundError`, or `GitHubTrouble` for a 5xx: try again later. */
export async function review(
  app: GitHubApp,
  to: Installation & { callbackUrl: string },
  told: Review,
  limits?: OutboundLimits,
): Promise<ReviewOutcome> {
  const first = await attempt(app, to, told, limits);
  if (first.status !== 401) return first;
  forgetToken(app, to);
  return attempt(app, to, told, limits);
}

export class GitHubTrouble extends Error {
  override readonly name = "GitHubTrouble";
}

async function attempt(
  app: GitHubApp,
  to: Installation & { callbackUrl: string },
  { environment, state, comment }: Review,
  limits?: OutboundLimits,
): Promise<ReviewOutcome> {
  const issued = await installationToken(app, to, { limits });
  if (!("token" in issued)) return outcomeOf(issued.status, true);
  const { status } = await send(
    {
      url: to.callbackUrl,
      method: "POST",
      headers: { ...API_HEADERS, authorization: `Bearer ${issued.token}`, "content-type": "application/json" },
      body: JSON.stringify({ environment_name: environment, ...(state ? { state } : {}), comment }),
    },
    limits,
  );
  return outcomeOf(status, false);
}

/** No token is always something that an admin can mend: a wrong key, an app that is not installed. */
function outcomeOf(status: number, isTokenRequest: boolean): ReviewOutcome {
  if (status >= 500 || status === 429) throw new GitHubTrouble(`GitHub answered ${status}.`);
  if (isTokenRequest) return { kind: "refused", status };
  if (status >= 200 && status < 300) return { kind: "done", status };
  if (status === 422) return { kind: "settled", status };
  return { kind: status === 404 || status === 410 ? "gone" : "refused", status };
}
