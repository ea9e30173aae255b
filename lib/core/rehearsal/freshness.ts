import type { RehearsalFact } from "@/lib/core/gate/facts";
import { parseInstant, secondsBetween } from "@/lib/core/instant";

/** `fresh` alone lets a release pass. Times in RFC 3339; `ageSeconds` and `dueAt` are of the last passed rehearsal. */
export type RehearsalFreshness = {
  state: "fresh" | "stale" | "failed" | "never" | "error";
  ageSeconds: number | null;
  dueAt: string | null;
  lastPassedAt: string | null;
  reason: string;
  /** A failed rehearsal still lacks its recorded remediation. */
  needsRemediation: boolean;
};

type Timed = { outcome: RehearsalFact["outcome"]; finished: Date; remediated: boolean };
const DAY_SECONDS = 86_400;

/**
 * Judges the rollback rehearsals of one service and environment, in any order, to the second: an age of exactly
 * `maxAgeDays` is fresh. A failed rehearsal blocks until its remediation is recorded and a later rehearsal passes;
 * an aborted one neither helps nor hurts; one dated in the future or without a zone is an error.
 */
export function rehearsalFreshness(rehearsals: RehearsalFact[], maxAgeDays: number, at: Date): RehearsalFreshness {
  const timed: Timed[] = [];
  for (const rehearsal of rehearsals) {
    const read = readTimes(rehearsal, at);
    if (typeof read === "string") return answer("error", read, null, maxAgeDays, at);
    timed.push(read);
  }
  const failed = timed.filter((each) => each.outcome === "failed");
  const lastPassed = latest(timed.filter((each) => each.outcome === "passed"));
  const lastFailed = latest(failed);
  const needsRemediation = failed.some((each) => !each.remediated);
  const judge = (state: RehearsalFreshness["state"], reason: string): RehearsalFreshness => ({
    ...answer(state, reason, lastPassed, maxAgeDays, at),
    needsRemediation,
  });
  if (needsRemediation) return judge("failed", "a rehearsal failed and its remediation is not recorded");
  if (lastFailed && (!lastPassed || lastPassed <= lastFailed)) {
    return judge("failed", "a rehearsal failed and none has passed since");
  }
  if (!lastPassed) return judge("never", "no rollback rehearsal has passed yet");
  const age = Math.floor(secondsBetween(lastPassed, at));
  if (age > maxAgeDays * DAY_SECONDS)
    return judge("stale", `the last passed rehearsal is older than ${maxAgeDays} days`);
  return judge("fresh", `the last rehearsal passed within ${maxAgeDays} days`);
}

function readTimes(rehearsal: RehearsalFact, at: Date): Timed | string {
  const started = parseInstant(rehearsal.startedAt);
  const finished = parseInstant(rehearsal.finishedAt);
  const remediated = rehearsal.remediatedAt === null ? null : parseInstant(rehearsal.remediatedAt);
  const outcomes: readonly string[] = ["passed", "failed", "aborted"];
  if (!outcomes.includes(rehearsal.outcome)) return "a rehearsal has an unknown outcome";
  if (!started || !finished) return "a rehearsal's time is not an RFC 3339 time with a zone";
  if (rehearsal.remediatedAt !== null && !remediated) return "a remediation's time is not an RFC 3339 time with a zone";
  if (started > at || finished > at || (remediated && remediated > at)) return "a rehearsal is dated in the future";
  if (finished < started) return "a rehearsal finished before it started";
  return { outcome: rehearsal.outcome, finished, remediated: remediated !== null };
}

function latest(rehearsals: Timed[]): Date | null {
  return rehearsals.reduce<Date | null>((last, { finished }) => (!last || finished > last ? finished : last), null);
}

function answer(
  state: RehearsalFreshness["state"],
  reason: string,
  lastPassed: Date | null,
  maxAgeDays: number,
  at: Date,
): RehearsalFreshness {
  return {
    state,
    ageSeconds: lastPassed ? Math.floor(secondsBetween(lastPassed, at)) : null,
    dueAt: lastPassed ? new Date(lastPassed.getTime() + maxAgeDays * DAY_SECONDS * 1000).toISOString() : null,
    lastPassedAt: lastPassed ? lastPassed.toISOString() : null,
    reason,
    needsRemediation: false,
  };
}
