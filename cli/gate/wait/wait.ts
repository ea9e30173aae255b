import { CliError, EXIT } from "../../exit";
import type { Io } from "../../io";
import type { Connection } from "../../server/connection";
import { resolveRelease, type TargetOptions } from "../../server/target";
import { askServer, decideOn, type Preview, previewGate, subjectIn } from "../ask-server";
import type { Judged } from "../judged";
import { chooseWatch } from "./choose-watch";
import type { WaitTimes } from "./times";
import type { Watch } from "./watch";

const LONGEST_PAUSE_MS = 60_000;
const SHORTEST_TIMEOUT_MS = 1000;

/**
 * Waits until the gate approves, a rejection stands, or the time is over, and then has the server judge and store its
 * decision: nothing but that is the answer. While it waits it only looks at previews. A server that restarts or cannot
 * be reached is asked on until the time is over; what it refuses as wrong ends the wait at once.
 */
export async function waitForDecision(
  io: Io,
  connection: Connection,
  options: TargetOptions,
  times: WaitTimes,
): Promise<Judged> {
  const watch = chooseWatch(io, subjectIn(io, options), times);
  const wait: Wait = { io, connection, options, deadline: io.elapsedMs() + times.waitMs, watch };
  try {
    watch.started();
    const outcome = await untilDeadline(wait, times.pollMs);
    if ("verdict" in outcome) return outcome;
    watch.deciding(outcome.useless);
    return wait.id ? await decideOn(io, connection, options, wait.id) : await askServer(io, connection, options);
  } finally {
    watch.ended();
  }
}

type Wait = {
  io: Io;
  connection: Connection;
  options: TargetOptions;
  deadline: number;
  watch: Watch;
  /** Of the release, once the server has told it. */
  id?: string;
};
type Useless = { useless: string };
type Look = Judged | Useless | "wait" | { failure: CliError };

async function untilDeadline(wait: Wait, pollMs: number): Promise<Judged | Useless> {
  const { io, deadline, watch } = wait;
  for (let failures = 0; io.elapsedMs() < deadline; ) {
    const look = await lookOnce(wait);
    if (typeof look === "object" && !("failure" in look)) return look;
    failures = look === "wait" ? 0 : failures + 1;
    const longest = Math.max(pollMs, LONGEST_PAUSE_MS);
    const pause = Math.max(0, Math.min(pollMs * 2 ** failures, longest, deadline - io.elapsedMs()));
    if (look !== "wait") watch.unreachable(look.failure, pause);
    if (pause > 0) await io.sleep(pause);
  }
  return { useless: "the time is over" };
}

/** One look at the preview, and where that approves, the decision itself. */
async function lookOnce(wait: Wait): Promise<Look> {
  const { io, options, deadline, watch } = wait;
  const connection = { ...wait.connection, retries: 0, timeoutMs: timeoutFor(wait) };
  try {
    wait.id ??= await resolveRelease(io, connection, options);
    const preview = await previewGate(io, connection, wait.id);
    watch.saw(preview, deadline - io.elapsedMs());
    const useless = whyUseless(preview);
    if (useless !== null) return { useless };
    if (preview.verdict.verdict !== "approve") return "wait";
    const judged = await decideOn(io, connection, options, wait.id);
    if (judged.verdict.verdict === "approve") return judged;
    watch.overtaken();
    return "wait";
  } catch (error) {
    // A failure of the server or the way to it may pass; anything else ends the wait.
    if (error instanceof CliError && error.exitCode === EXIT.failure) return { failure: error };
    throw error;
  }
}

/** A hanging answer must not outlast the wait by much. */
const timeoutFor = ({ io, connection, deadline }: Wait): number =>
  Math.min(connection.timeoutMs, Math.max(deadline - io.elapsedMs(), SHORTEST_TIMEOUT_MS));

/** Why no waiting helps, in words; null where it may. */
function whyUseless({ rejections, endedAt }: Preview): string | null {
  if (endedAt) return "the release has ended";
  const [first] = rejections;
  if (!first) return null;
  return `${first.name} rejected it as ${first.role}${first.reason ? `: ${first.reason}` : ""}`;
}
