import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { buildCli } from "../build";
import { COMMIT } from "../testing/evidence";
import { isRunning, processIds } from "../testing/processes";
import { passingSuite, reportOf } from "../testing/readiness-run";
import { Workspace } from "../testing/run";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
let program: string;
let workspace: Workspace;
beforeAll(async () => {
  program = await buildCli(join(await mkdtemp(join(tmpdir(), "readiness-program-")), "readiness.mjs"));
});
afterAll(() => rm(join(program, ".."), { recursive: true, force: true }));
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

/** Each suite leaves a process in the background that ignores TERM and, while `hang` exists, does not end. */
const lingering = (name: string) =>
  passingSuite({
    name,
    reports: ["report.xml"],
    after: `trap 'touch asked' TERM; trap '' HUP INT; sh -c 'trap "" TERM HUP INT; echo $$ >> pids; while :; do sleep 60; done' & echo $$ >> pids
touch started-${name}
while [ -e hang-${name} ]; do sleep 0.02; done`,
  });

type Started = { child: ChildProcess; exited: Promise<unknown[]> };

async function start(hangs: readonly string[], suiteOf = lingering, runId = "run-1"): Promise<Started> {
  const suites = [suiteOf("unit"), suiteOf("e2e")];
  const hanging = Object.fromEntries(hangs.map((name) => [`hang-${name}`, ""]));
  await workspace.write({ "config.yml": { environment: "staging", suites }, ...hanging });
  const line = [program, "run", "--config", "config.yml", "--commit", COMMIT, "--run-id", runId];
  const child = spawn(process.execPath, line, { cwd: workspace.folder, stdio: "ignore" });
  return { child, exited: once(child, "exit") };
}

const until = (path: string): Promise<void> =>
  vi.waitFor(() => expect(existsSync(join(workspace.folder, path)), path).toBe(true), { timeout: 10_000, interval: 1 });

async function expectNothingLeft(): Promise<void> {
  const ids = await processIds(join(workspace.folder, "pids"));
  const left = async () => (await Promise.all(ids.map(isRunning))).filter(Boolean);
  await vi.waitFor(async () => expect(await left()).toEqual([]), { timeout: 5_000, interval: 20 });
}

async function expectWholeFiles(): Promise<void> {
  const names = await readdir(workspace.folder, { recursive: true });
  for (const name of names.filter((each) => each.endsWith(".json"))) {
    const text = await readFile(join(workspace.folder, name), "utf8");
    expect(() => JSON.parse(text), name).not.toThrow();
  }
}

describe("a run that is killed by force", () => {
  it.each([
    ["before its first suite", "readiness_logs/run-1", ["unit"]],
    ["in its first suite", "started-unit", ["unit"]],
    ["in its second suite", "started-e2e", ["e2e"]],
    ["while it writes", "readiness_metrics.json", []],
    ["while it writes its report", "readiness_report.json", []],
  ])("%s leaves no process and no broken file, and the next run is clean", async (_when, path, hangs) => {
    const first = await start(hangs);
    await until(path);
    first.child.kill("SIGKILL");
    await first.exited;
    await expectNothingLeft();
    await expectWholeFiles();
    await Promise.all(hangs.map((name) => rm(join(workspace.folder, `hang-${name}`))));
    // It may have come to its end just before; the same id is for runs that have not.
    const ended = existsSync(join(workspace.folder, "readiness_scorecards/run-1.json"));
    expect((await (await start([], lingering, ended ? "run-2" : "run-1")).exited)[0]).toBe(0);
    expect(await reportOf(workspace)).toMatchObject({
      overall_passed: true,
      suites: [{ passed: true }, { passed: true }],
    });
    const names = await readdir(workspace.folder, { recursive: true });
    expect(names.filter((name) => name.endsWith(".tmp"))).toEqual([]);
    await expectNothingLeft();
  });
});

describe("a run that is asked to end", () => {
  const obedient = (name: string) =>
    passingSuite({ name, after: `echo $$ >> pids; touch started-${name}; while :; do sleep 0.02; done` });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("by %s writes its files and has not passed", async (signal) => {
    const run = await start([], obedient);
    await until("started-unit");
    run.child.kill(signal);
    expect((await run.exited)[0]).toBe(1);
    const { interrupted, suites } = await reportOf(workspace);
    expect({ interrupted, first: suites[0]?.threshold_violations, second: suites[1]?.not_run }).toEqual({
      interrupted: true,
      first: ["was interrupted"],
      second: "the run was interrupted",
    });
    await expectNothingLeft();
  });

  it("twice ends at once, and so does all that it started", async () => {
    const run = await start(["unit"]);
    await until("started-unit");
    run.child.kill("SIGINT");
    await until("asked");
    run.child.kill("SIGINT");
    expect((await run.exited)[1]).toBe("SIGINT");
    await expectNothingLeft();
  });
});
