import type { Io } from "../io";

type Differences = { env?: Record<string, string>; cwd?: string; now?: Date };

/** A world for code that takes one, and what was written to it. */
export function testIo({ env = {}, cwd = "/", now = new Date() }: Differences = {}) {
  let written = "";
  const write = (text: string) => {
    written += text;
  };
  const io: Io = {
    env,
    cwd,
    out: write,
    err: write,
    now: () => now,
    elapsedMs: () => now.getTime(),
    terminalColumns: () => null,
    sleep: async () => {},
    randomId: () => "id",
  };
  return { io, output: () => written };
}
