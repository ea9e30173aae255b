import { parseInstant, secondsBetween } from "@/lib/core/instant";
import type { MetricsFact, ReleaseFact, ScorecardFact } from "./facts";
import { type Known, noFact } from "./known";

const HOUR_SECONDS = 3600;

/**
 * The scorecard, if it is evidence for this release: of exactly its commit and environment, at most `maxAgeHours`
 * old and not from the future. One of another commit is as good as none; a stale one says nothing any more.
 */
export function readScorecard(
  found: Known<ScorecardFact>,
  release: ReleaseFact,
  maxAgeHours: number,
  at: Date,
): Known<ScorecardFact> {
  if (!found.known) return found;
  const { scorecard, commit, environment } = found.value;
  const claims: [string, string | null, string | null, string][] = [
    ["commit", commit, scorecard.commit, release.commit],
    ["environment", environment, scorecard.environment, release.environment],
  ];
  for (const [what, tied, written, wanted] of claims) {
    if (tied !== null && written !== null && tied !== written) {
      return noFact("error", `the scorecard says ${what} ${written}, but it was submitted for ${tied}`);
    }
    const actual = tied ?? written;
    if (actual === null) return noFact("missing", `the scorecard names no ${what}`);
    if (actual !== wanted) return noFact("missing", `the scorecard is of ${what} ${actual}, not of ${wanted}`);
  }
  if (scorecard.release !== null && scorecard.release !== release.version) {
    return noFact("missing", `the scorecard is of release ${scorecard.release}, not of ${release.version}`);
  }
  const age = judgeAge("scorecard", scorecard.generatedAt, maxAgeHours, at);
  return age ?? found;
}

/** The metrics, if they are at most `maxAgeHours` old and not from the future. */
export function readMetrics(found: Known<MetricsFact>, maxAgeHours: number, at: Date): Known<MetricsFact> {
  if (!found.known) return found;
  return judgeAge("metrics snapshot", found.value.takenAt, maxAgeHours, at) ?? found;
}

function judgeAge(what: string, text: string, maxAgeHours: number, at: Date): Known<never> | null {
  const time = parseInstant(text);
  if (!time) return noFact("error", `the ${what}'s time ${text} has no zone or cannot be read`);
  if (time > at) return noFact("error", `the ${what} is dated in the future (${text})`);
  if (!(secondsBetween(time, at) <= maxAgeHours * HOUR_SECONDS)) {
    return noFact("missing", `the ${what} is stale: ${text} is more than ${maxAgeHours} hours ago`);
  }
  return null;
}

/** Age in `unitSeconds`, rounded up to two decimals, so that a value just beyond a limit never looks equal to it. */
export function ageIn(unitSeconds: number, seconds: number): number {
  return Math.ceil((seconds / unitSeconds) * 100 - 1e-9) / 100;
}
