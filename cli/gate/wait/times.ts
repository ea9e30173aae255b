import { badInput } from "../../exit";
import { durationText, secondsOf } from "../../runner/duration";

export type WaitTimes = { waitMs: number; pollMs: number };

const DEFAULT_POLL = "5s";
const LONGEST_WAIT_SECONDS = 7 * 24 * 3600;
const LONGEST_POLL_SECONDS = 600;

/** `--wait 30m --poll 5s`. */
export function waitTimes(wait: string, poll: string | undefined): WaitTimes {
  return {
    waitMs: milliseconds("--wait", wait, LONGEST_WAIT_SECONDS),
    pollMs: milliseconds("--poll", poll ?? DEFAULT_POLL, LONGEST_POLL_SECONDS),
  };
}

/** Of an option that is a time such as `30m`; never 0. */
export function milliseconds(option: string, text: string, mostSeconds: number): number {
  const seconds = secondsOf(text);
  if (seconds !== null && seconds > 0 && seconds <= mostSeconds) return seconds * 1000;
  throw badInput(`${option} ${text}: must be a time such as 90s, 30m or 1.5h, of at most ${mostSeconds / 3600}h`);
}

/** To the second, and no longer than need be: `30 min`, `4 min 5 s`. */
export function shortDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 1 ? "0 s" : durationText(seconds).replace(/ 0 (?:s|min)$/, "");
}
