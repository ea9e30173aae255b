import type { RunnerScorecard } from "@/lib/core/scorecard/wire";
import { COMMIT } from "./evidence";
import { type Run, run, type Workspace, type World } from "./run";

export type SuiteDraft = { name: string; command: string | string[]; [key: string]: unknown };
type Told = { environment?: string; service?: string; owner?: string };
type Attempt = { passed: boolean; end: string; exit_code: number | null; reasons: string[]; reports: string[] };
export type RunReport = Omit<RunnerScorecard, "suites"> & {
  interrupted: boolean;
  suites: (Omit<RunnerScorecard["suites"][number], "attempts"> & { attempts: (Attempt & Record<string, unknown>)[] })[];
  [key: string]: unknown;
};
export type Started = Run & { report: RunReport };

/** A suite that writes this text as its report `report.xml`, with what differs. */
export function suiteWriting(text: string, differences: Partial<SuiteDraft> & { after?: string } = {}): SuiteDraft {
  const { after = "true", ...rest } = differences;
  const command = `cat > report.xml <<'END'\n${text}\nEND\n${after}`;
  return { name: "unit", command, reports: ["report.xml"], ...rest };
}

type Outcome = "passed" | "failed" | "skipped";

export function junitReport(tests: Record<string, Outcome>): string {
  const inside = { passed: "", failed: '<failure message="it broke">at line 7</failure>', skipped: "<skipped/>" };
  const cases = Object.entries(tests).map(
    ([name, outcome]) =>
      `<testcase classname="group" name="${name}" file="src/${name}.ts" time="0.5">${inside[outcome]}</testcase>`,
  );
  return `<testsuite name="suite" tests="${cases.length}">${cases.join("")}</testsuite>`;
}

export const passingSuite = (differences: Partial<SuiteDraft> & { after?: string } = {}): SuiteDraft =>
  suiteWriting(junitReport({ adds: "passed", removes: "passed" }), differences);

/** `readiness run` of these suites with run id `run-1`. */
export async function runSuites(
  workspace: Workspace,
  suites: readonly SuiteDraft[],
  {
    args = [],
    told = { environment: "staging" },
    env = {},
    ...world
  }: Partial<World> & { args?: string[]; told?: Told } = {},
): Promise<Run> {
  await workspace.write({ "config.yml": { ...told, suites } });
  const line = ["run", "--config", "config.yml", "--commit", COMMIT, "--run-id", "run-1", ...args];
  return run(line, { cwd: workspace.folder, env: { PATH: process.env.PATH ?? "", ...env }, ...world });
}

export async function reportOf(workspace: Workspace): Promise<RunReport> {
  return (await workspace.json("readiness_report.json")) as RunReport;
}
