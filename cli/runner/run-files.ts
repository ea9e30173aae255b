import { posix } from "node:path";

/** Where a run's files go: paths as they are told, relative to the working folder unless the folder is absolute. */
export type RunFiles = {
  logs: string;
  scorecard: string;
  tests: string;
  metrics: string;
  report: string;
};

export function runFiles(folder: string, runId: string): RunFiles {
  const path = (...parts: string[]) => posix.join(folder, ...parts);
  return {
    logs: path("readiness_logs", runId),
    scorecard: path("readiness_scorecards", `${runId}.json`),
    tests: path("readiness_scorecards", `${runId}.tests.json`),
    metrics: path("readiness_metrics.json"),
    report: path("readiness_report.json"),
  };
}

export type AttemptFiles = { stdout: string; stderr: string; reports: string };

export function attemptFiles({ logs }: RunFiles, suite: string, attempt: number): AttemptFiles {
  const folder = posix.join(logs, suite);
  return {
    stdout: posix.join(folder, `attempt_${attempt}.out`),
    stderr: posix.join(folder, `attempt_${attempt}.err`),
    reports: posix.join(folder, `attempt_${attempt}`, "reports"),
  };
}
