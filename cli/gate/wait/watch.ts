import type { CliError } from "../../exit";
import type { Io } from "../../io";
import type { Preview } from "../ask-server";
import { LogWatch } from "./log-watch";
import { TerminalWatch } from "./terminal-watch";
import type { WaitTimes } from "./times";

/** Tells people how a wait goes, on the error output: standard output is for the verdict. */
export type Watch = {
  started(): void;
  saw(preview: Preview, leftMs: number): void;
  unreachable(error: CliError, pauseMs: number): void;
  /** The preview approved, but the decision did not: something changed in between. */
  overtaken(): void;
  /** Why there is no more waiting. */
  deciding(why: string): void;
  ended(): void;
};

/** On a terminal what is missing is drawn anew each time; a log gets a line when something changes. */
export function watchOf(io: Io, subject: string, times: WaitTimes): Watch {
  const columns = io.terminalColumns();
  return columns === null ? new LogWatch(io, subject, times) : new TerminalWatch(io, subject, columns);
}
