import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Stream, Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { hasLivingMember } from "./group-members";

const SHELL = "/bin/sh";
const LONGEST_PAUSE_MS = 50;
/** Waits for one line before it becomes the program; without it, whoever was to write it has died. */
const GATE = 'IFS= read -r go <&3 || exit 125; exec "$@" 3<&-';
/** Outside of the group, so that nothing a suite does to its own group ends it. No line: the CLI has died. */
const GUARD = 'trap "" HUP INT TERM; IFS= read -r done || kill -9 "-$1"';

export type Program = {
  argv: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Files are written to directly; of pipes the other ends are here. */
  outputs: readonly [stdout: Stream | "pipe", stderr: Stream | "pipe"];
};
export type Ended = { code: number | null; signal: NodeJS.Signals | null };

/** A program that leads a process group of its own, and a guard that kills the group when this process dies. */
export class ProcessGroup {
  /** Null where the program writes to a file. */
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  /** How the program itself ended; processes that it left behind may still run. */
  readonly ended: Promise<Ended>;
  readonly #id: number;
  readonly #guard: ChildProcess;

  private constructor(leader: ChildProcess, guard: ChildProcess, ended: Promise<Ended>) {
    const { pid, stdout, stderr } = leader;
    if (pid === undefined) throw new Error("the program has no process");
    this.#id = pid;
    this.#guard = guard;
    this.stdout = stdout;
    this.stderr = stderr;
    this.ended = ended;
  }

  /** Throws when the system starts no process: too many of them, too long a command line. */
  static async start({ argv, cwd, env, outputs }: Program): Promise<ProcessGroup> {
    const leader = spawn(SHELL, ["-c", GATE, "sh", ...argv], {
      cwd,
      env: { ...env } as NodeJS.ProcessEnv,
      detached: true,
      stdio: ["ignore", ...outputs, "pipe"],
    });
    const ended = new Promise<Ended>((resolve) => leader.once("exit", (code, signal) => resolve({ code, signal })));
    const gate = leader.stdio[3] as Writable;
    gate.on("error", () => undefined);
    await once(leader, "spawn");
    const guard = spawn(SHELL, ["-c", GUARD, "sh", String(leader.pid)], {
      env: {} as NodeJS.ProcessEnv,
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    });
    guard.stdin.on("error", () => undefined);
    try {
      await once(guard, "spawn");
    } catch (error) {
      gate.end();
      throw error;
    }
    const group = new ProcessGroup(leader, guard, ended);
    gate.end("go\n");
    return group;
  }

  /** To every process of the group; nothing happens when none is left. */
  signal(name: NodeJS.Signals): void {
    try {
      process.kill(-this.#id, name);
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
    }
  }

  /** Whether every process of the group was gone within the time. */
  async emptied(withinMs: number): Promise<boolean> {
    const until = performance.now() + withinMs;
    for (let pauseMs = 2; await hasLivingMember(this.#id); pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      if (performance.now() >= until) return false;
      await wait(pauseMs);
    }
    return true;
  }

  /** Ends the guard; the group must be dead by then. */
  release(): void {
    this.#guard.stdin?.end("done\n");
    this.#guard.unref();
  }
}
