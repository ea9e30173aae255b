import { join, resolve } from "node:path";
import type { DrillStep } from "@/lib/core/rehearsal/drill";
import type { Io } from "../io";
import { outcomeFault } from "../process/describe-outcome";
import { type CommandRun, runCommand } from "../process/run-command";
import { AttemptLog } from "../runner/attempt-log";
import type { StepConfig } from "./config";

export type TimedStep = DrillStep & { startedAt: Date; finishedAt: Date; durationSeconds: number };
export type StepPlace = {
  name: DrillStep["name"];
  /** Folder of the logs. */
  logs: string;
  signal: AbortSignal;
  /** What the command is told besides its own settings. */
  env: Record<string, string>;
};

/** Runs one step of a drill; what it writes goes to `<step>.out` and `<step>.err`. */
export async function runStep(io: Io, config: StepConfig, place: StepPlace): Promise<TimedStep> {
  const { name, logs, signal, env } = place;
  const paths = [join(logs, `${name}.out`), join(logs, `${name}.err`)] as const;
  const [stdout, stderr] = await Promise.all([AttemptLog.open(io, paths[0]), AttemptLog.open(io, paths[1])]);
  const timeoutMs = config.timeoutSeconds * 1000;
  const run = await runCommand(io, {
    command: config.command,
    cwd: resolve(io.cwd, config.workingDirectory),
    env: { ...io.env, ...env, ...config.env },
    timeoutMs,
    stdout: stdout.stream,
    stderr: stderr.stream,
    signal,
  });
  for (const fault of await Promise.all([stdout.close(), stderr.close()])) {
    if (fault !== null) io.err(`readiness: warning: ${fault}\n`);
  }
  const { startedAt, finishedAt, durationSeconds } = run;
  return { ...endOf(name, run, timeoutMs), startedAt, finishedAt, durationSeconds };
}

function endOf(name: DrillStep["name"], run: CommandRun, timeoutMs: number): DrillStep {
  const fault = outcomeFault(run, timeoutMs);
  if (fault === null) return { name, ended: "passed" };
  return run.end === "interrupted" ? { name, ended: "interrupted" } : { name, ended: "failed", fault };
}
