import { secondsBetween } from "@/lib/core/instant";
import { STAGE_ORDER, type Stage } from "@/lib/core/release/stages";
import type { VerdictWord } from "./verdict";

/** What a stored verdict is worth later on. `unknown`: never judged, or a go that is too old to rely on. */
export type StandingVerdict = VerdictWord | "unknown";

const OPEN: readonly Stage[] = STAGE_ORDER.slice(0, STAGE_ORDER.indexOf("production"));

/** Whether the release is past the gate, or ended: its last decision is then a matter of record, however old. */
export function isSettled(stage: Stage): boolean {
  return !OPEN.includes(stage);
}

/** Stages of releases that have still to pass the gate. */
export function openStages(): readonly Stage[] {
  return OPEN;
}

/** The instant before which an approve no longer stands: every scorecard that it can rest on is too old by now. */
export function staleBefore(scorecardMaxAgeHours: number, at: Date): Date {
  return new Date(at.getTime() - scorecardMaxAgeHours * 3_600_000);
}

/** What the last stored decision says about a release at `at`. An old go never shows as a go; an old no-go stays one. */
export function standingVerdict(
  last: { verdict: VerdictWord; at: Date } | null,
  stage: Stage,
  scorecardMaxAgeHours: number,
  at: Date,
): StandingVerdict {
  if (!last) return "unknown";
  const isStale = secondsBetween(staleBefore(scorecardMaxAgeHours, at), last.at) < 0;
  return last.verdict === "approve" && isStale && !isSettled(stage) ? "unknown" : last.verdict;
}
