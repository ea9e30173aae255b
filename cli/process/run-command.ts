import type { Readable, Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import type { Io } from "../io";
import { startFault } from "./find-program";
import { type Ended, ProcessGroup } from "./process-group";

export type CommandSpec = {
  /** Text goes to the shell, a list is a program and its arguments. */
  command: string | readonly string[];
  cwd: string;
  /** The whole environment of the process: nothing is inherited beside it. */
  env: Readonly<Record<string, string | undefined>>;
  timeoutMs: number;
  /** An open file is written to by the process itself, so that its log outlives this process. */
  stdout: Writable;
  stderr: Writable;
  signal?: AbortSignal;
  /** How long processes may tidy up after TERM before they are killed. */
  graceMs?: number;
};
export type CommandOutcome =
  | { end: "exited"; code: number }
  | { end: "signalled"; signal: string }
  | { end: "timed_out" }
  | { end: "interrupted" }
  | { end: "not_started"; reason: string };
export type CommandRun = CommandOutcome & { startedAt: Date; finishedAt: Date; durationSeconds: number };

const GRACE_MS = 5_000;
const LAST_OUTPUT_MS = 1_000;
const DYING_MS = 2_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Runs one command in a process group of its own and waits for its end, which leaves no process of the group behind:
 * not after a timeout, not after a normal end, not when this process is killed by force. Only what moved itself into
 * another session (a daemon, `setsid`) is out of reach. Never throws; the streams are left open.
 */
export async function runCommand(io: Io, spec: CommandSpec): Promise<CommandRun> {
  const startedAt = io.now();
  const start = performance.now();
  const outcome = await outcomeOf(spec);
  return { ...outcome, startedAt, finishedAt: io.now(), durationSeconds: (performance.now() - start) / 1000 };
}

async function outcomeOf(spec: CommandSpec): Promise<CommandOutcome> {
  const argv = typeof spec.command === "string" ? ["/bin/sh", "-c", spec.command] : spec.command;
  if (spec.signal?.aborted) return { end: "interrupted" };
  const fault = await startFault(argv[0] ?? "", spec);
  if (fault !== null) return { end: "not_started", reason: fault };
  let group: ProcessGroup;
  try {
    const outputs = [outputOf(spec.stdout), outputOf(spec.stderr)] as const;
    group = await ProcessGroup.start({ argv, cwd: spec.cwd, env: spec.env, outputs });
  } catch (error) {
    return { end: "not_started", reason: `no process could be started (${reasonOf(error)})` };
  }
  const drained = Promise.all([drain(group.stdout, spec.stdout), drain(group.stderr, spec.stderr)]);
  const outcome = await endOf(group, spec);
  group.signal("SIGKILL");
  await group.emptied(DYING_MS);
  group.release();
  await Promise.race([drained, wait(LAST_OUTPUT_MS, undefined, { ref: false })]);
  // A daemon that left the group may hold the pipes for ever.
  group.stdout?.destroy();
  group.stderr?.destroy();
  return outcome;
}

/** The program's own end, or that of its time or of the whole run, whichever comes first. */
async function endOf(group: ProcessGroup, spec: CommandSpec): Promise<CommandOutcome> {
  const done = new AbortController();
  const { signal: over } = done;
  const timedOut = wait(Math.min(spec.timeoutMs, LONGEST_TIMER_MS), "timed_out" as const, { signal: over });
  const interrupted = new Promise<"interrupted">((resolve) => {
    spec.signal?.addEventListener("abort", () => resolve("interrupted"), { signal: over });
    if (spec.signal?.aborted) resolve("interrupted");
  });
  const first = await Promise.race([group.ended, timedOut, interrupted]);
  timedOut.catch(() => undefined);
  done.abort();
  if (typeof first === "object") return endedOutcome(first);
  group.signal("SIGTERM");
  await group.emptied(spec.graceMs ?? GRACE_MS);
  return { end: first };
}

function endedOutcome({ code, signal }: Ended): CommandOutcome {
  return signal === null ? { end: "exited", code: code ?? 1 } : { end: "signalled", signal };
}

const outputOf = (to: Writable): Writable | "pipe" => ("fd" in to && typeof to.fd === "number" ? to : "pipe");

/** Copies with back-pressure. What cannot be written is dropped: the program must not wait for a full disk. */
function drain(from: Readable | null, to: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (from === null) return resolve();
    from.once("close", resolve);
    from.on("error", () => undefined);
    to.once("error", () => from.resume());
    from.pipe(to, { end: false });
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error ? String(error.code) : error.message;
}
