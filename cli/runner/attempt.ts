import { resolve } from "node:path";
import type { SuiteEvidence } from "../adapters/suite-evidence";
import type { Io } from "../io";
import { type CommandRun, runCommand } from "../process/run-command";
import { findArtifacts } from "./artifacts";
import { AttemptLog } from "./attempt-log";
import type { SuiteConfig } from "./config";
import { faultOf } from "./fault";
import { judgeAttempt } from "./judge-attempt";
import { type ReadReports, readReports } from "./read-reports";
import { makeReportFolders, type Snapshot, snapshotReports, writtenReports } from "./report-files";
import { attemptFiles, type RunFiles } from "./run-files";
import { suiteEnvironment } from "./suite-environment";

export type SuiteContext = {
  runId: string;
  environment: string;
  files: RunFiles;
  /** Of the suite's span. */
  traceparent: string;
  signal: AbortSignal;
};
export type Attempt = {
  number: number;
  run: CommandRun;
  passed: boolean;
  /** Why it did not pass. */
  reasons: string[];
  stdout: string;
  stderr: string;
  /** Where its reports are kept. */
  reports: string[];
  artifacts: string[];
};
type Task = { suite: SuiteConfig; number: number; evidence: SuiteEvidence; context: SuiteContext };
type Collected = ReadReports & { artifacts: string[] };

const nothing = (): Collected => ({ kept: [], faults: [], tested: false, measured: false, artifacts: [] });

/** Runs a suite's command once and reads what it wrote. Never throws. */
export async function runAttempt(io: Io, task: Task): Promise<Attempt> {
  const { suite, number, evidence, context } = task;
  const { stdout, stderr } = attemptFiles(context.files, suite.name, number);
  evidence.startAttempt();
  const { run, collected } = await execute(io, task);
  const reasons = judgeAttempt(suite, run, collected, evidence);
  const { kept: reports, artifacts } = collected;
  return { number, run, passed: reasons.length === 0, reasons, stdout, stderr, reports, artifacts };
}

async function execute(io: Io, task: Task): Promise<{ run: CommandRun; collected: Collected }> {
  let before: Snapshot;
  let logs: AttemptLog[];
  try {
    await makeReportFolders(io, task.suite);
    before = await snapshotReports(io, task.suite);
    logs = await openLogs(io, task);
  } catch (error) {
    const reason = faultOf(error, "its logs or the folders of its reports cannot be written");
    return { run: { end: "not_started", reason, ...noTime(io) }, collected: nothing() };
  }
  const run = await runLogged(io, task, logs);
  const faults = (await Promise.all(logs.map((log) => log.close()))).filter((fault) => fault !== null);
  if (run.end === "not_started" || run.end === "interrupted") return { run, collected: nothing() };
  const collected = await collect(io, task, before);
  return { run, collected: { ...collected, faults: [...collected.faults, ...faults] } };
}

async function openLogs(io: Io, { suite, number, context }: Task): Promise<AttemptLog[]> {
  const { stdout, stderr } = attemptFiles(context.files, suite.name, number);
  return [await AttemptLog.open(io, stdout), await AttemptLog.open(io, stderr)];
}

function runLogged(io: Io, { suite, number, context }: Task, logs: readonly AttemptLog[]): Promise<CommandRun> {
  const [stdout, stderr] = logs.map(({ stream }) => stream);
  if (!stdout || !stderr) throw new Error("a command has two logs");
  return runCommand(io, {
    command: suite.command,
    cwd: resolve(io.cwd, suite.workingDirectory),
    env: suiteEnvironment(io, suite.env, { ...context, suite: suite.name, attempt: number }),
    timeoutMs: suite.timeoutSeconds * 1000,
    stdout,
    stderr,
    signal: context.signal,
  });
}

async function collect(io: Io, task: Task, before: Snapshot): Promise<Collected> {
  const { suite, number, evidence, context } = task;
  try {
    const written = await writtenReports(io, suite, before);
    const read = await readReports(
      io,
      written.files,
      evidence,
      attemptFiles(context.files, suite.name, number).reports,
    );
    const { paths, faults } = await findArtifacts(io, suite);
    return { ...read, faults: [...written.faults, ...read.faults, ...faults], artifacts: paths };
  } catch (error) {
    return { ...nothing(), faults: [faultOf(error, "its reports cannot be found")] };
  }
}

const noTime = (io: Io) => ({ startedAt: io.now(), finishedAt: io.now(), durationSeconds: 0 });
