import type { CommandOutcome } from "./run-command";

/** Conventions of shells, which say more than the number. */
const MEANINGS: Record<number, string> = {
  126: "a program was found but could not be executed",
  127: "a program was not found",
};

/** Why a command did not succeed, in words; null when it exited with 0. */
export function outcomeFault(outcome: CommandOutcome, timeoutMs: number): string | null {
  switch (outcome.end) {
    case "exited": {
      const meaning = MEANINGS[outcome.code];
      return outcome.code === 0 ? null : `exited with code ${outcome.code}${meaning ? `: ${meaning}` : ""}`;
    }
    case "signalled":
      return `was ended by ${outcome.signal}`;
    case "timed_out":
      return `did not end within ${timeoutMs / 1000} s`;
    case "interrupted":
      return "was interrupted";
    case "not_started":
      return `could not be started: ${outcome.reason}`;
  }
}
