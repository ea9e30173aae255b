import type { StandingRejection } from "@/lib/core/approval/state";
import type { Verdict } from "@/lib/core/gate/verdict";
import type { Stage } from "@/lib/core/release/stages";

export const REQUEST_STATES = ["waiting", "approved", "rejected", "unanswerable"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** What is asked for, in the words of this tenant. */
export type AskedRelease = { service: string; environment: string; commit: string };

/** What is known of the release that a deployment request is about. */
export type Outlook =
  | { release: null; asked: AskedRelease }
  | { release: { version: string; endedAs: Stage | null }; verdict: Verdict; rejections: StandingRejection[] };

/** `summary`: one sentence; `todo`: what has to be done, one line each, with who can do it. Empty unless waiting. */
export type Answer = { state: RequestState; summary: string; todo: string[] };

/** After this the sender has given up: a GitHub workflow run waits 30 days for its approval. */
export const LONGEST_WAIT_SECONDS = 30 * 86_400;

/**
 * What a system that waits to deploy is told. Only the gate's `approve` lets it go on; a person's standing rejection
 * and an ended release end the wait; everything else may still change, so it goes on waiting.
 */
export function answerTo(outlook: Outlook, waitedSeconds: number): Answer {
  const settled = (state: RequestState, summary: string): Answer => ({ state, summary, todo: [] });
  if (!(waitedSeconds < LONGEST_WAIT_SECONDS)) {
    return settled("unanswerable", "This request has waited for 30 days, which is as long as a deployment can.");
  }
  if (!outlook.release) return unregistered(outlook.asked);
  const { release, rejections, verdict } = outlook;
  if (release.endedAs) {
    return settled("rejected", `Release ${release.version} of this commit has ended (${release.endedAs}).`);
  }
  if (rejections.length > 0) return settled("rejected", rejections.map(rejectionText).join(" "));
  if (verdict.verdict === "approve") return settled("approved", verdict.summary);
  return { state: "waiting", summary: verdict.summary, todo: verdict.fixes.map(fixText) };
}

function unregistered({ service, environment, commit }: AskedRelease): Answer {
  const command = `readiness release create --service ${service} --environment ${environment} --commit ${commit} --version …`;
  return {
    state: "waiting",
    summary: `No release of commit ${commit} is registered for ${service} in ${environment}.`,
    todo: [`Register it in the pipeline: ${command}`],
  };
}

function rejectionText({ name, role, reason }: StandingRejection): string {
  return `Rejected by ${name} (${role})${reason ? `: ${reason}` : ""}.`.replace(/\.\.$/, ".");
}

function fixText({ action, owner, people }: Verdict["fixes"][number]): string {
  return `${action} (${people.length > 0 ? `${owner}: ${people.join(", ")}` : owner})`;
}

const MINUTE = 60;

/** Seconds until a waiting request is judged again: soon while somebody watches it, seldom after a day. */
export function judgedAgainAfter(waitedSeconds: number): number {
  if (waitedSeconds < 60 * MINUTE) return 20;
  return waitedSeconds < 24 * 60 * MINUTE ? MINUTE : 5 * MINUTE;
}

/** An answer as one text, which is kept and shown: the sentence, then a line for each thing to do. */
export function answerText({ summary, todo }: Answer): string {
  return [summary, ...todo.map((line) => `- ${line}`)].join("\n");
}
