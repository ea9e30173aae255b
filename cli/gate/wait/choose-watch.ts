import type { Io } from "../../io";
import { LogWatch } from "./log-watch";
import { TerminalWatch } from "./terminal-watch";
import type { WaitTimes } from "./times";
import type { Watch } from "./watch";

/** On a terminal what is missing is drawn anew each time; a log gets a line when something changes. */
export function chooseWatch(io: Io, subject: string, times: WaitTimes): Watch {
  const columns = io.terminalColumns();
  return columns === null ? new LogWatch(io, subject, times) : new TerminalWatch(io, subject, columns);
}
