import { type SpawnOptions, spawn } from "node:child_process";

/** How a guarded program is asked to stop, and how it is made to when it has not after ten seconds. */
const stopping = {
  postgres: { ask: "kill -INT $pid", force: "kill -QUIT $pid" }, // TERM would wait for every client to leave
  server: { ask: "kill -TERM $pid", force: "kill -KILL -- -$$" },
};

export interface GuardedProcess {
  /** Exit code of the program; 128 + n when signal n ended it. */
  exited: Promise<number>;
  hasExited(): boolean;
  stop(): Promise<number>;
}

/**
 * Runs a program below a small shell that stops it as soon as the shell's standard input closes: when `stop` is called,
 * and when this process ends in any way, kill -9 included. Detached, so that the terminal's Ctrl-C does not reach it.
 */
export function spawnGuarded(
  kind: keyof typeof stopping,
  command: string[],
  options: Pick<SpawnOptions, "cwd" | "env" | "uid" | "gid"> & { output: number | "inherit" | "ignore" },
): GuardedProcess {
  const { output, ...rest } = options;
  const child = spawn("sh", ["-c", script(kind), "readiness-guard", ...command], {
    ...rest,
    detached: true,
    stdio: ["pipe", output, output],
  });
  const exited = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      child.stdin?.destroy();
      resolve(code ?? 137);
    });
  });
  let over = false;
  exited.then(() => (over = true)).catch(() => (over = true));
  child.stdin?.on("error", () => {});
  return {
    exited,
    hasExited: () => over,
    stop: () => {
      child.stdin?.destroy();
      return exited;
    },
  };
}

function script(kind: keyof typeof stopping): string {
  const { ask, force } = stopping[kind];
  return `exec 3<&0
"$@" </dev/null 3<&- & pid=$!
{ cat <&3 >/dev/null
  ${ask}
  n=0; while kill -0 $pid && [ $n -lt 100 ]; do sleep 0.1; n=$((n + 1)); done
  kill -0 $pid && ${force}
} 2>/dev/null & guard=$!
exec 3<&-
wait $pid; code=$?
kill $guard 2>/dev/null
exit $code`;
}
