import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { rehearsalDocument } from "@/lib/core/rehearsal/schema";
import { buildCli } from "../build";
import { isRunning, processIds } from "../testing/processes";
import { Workspace } from "../testing/run";

vi.setConfig({ testTimeout: 30_000 });

const CONFIG = `service: service-api
environment: staging
participants: [Sam]
from_version: "2"
to_version: "1"
steps:
  deploy: { command: echo deployed }
  rollback: { command: "echo $$ >> pids; exec sleep 60" }
  verify: { command: touch verified }
`;
let workspace: Workspace;
let program: string;
beforeAll(async () => {
  workspace = await Workspace.with({ "rehearsal.yml": CONFIG });
  program = await buildCli(join(workspace.folder, "readiness.mjs"));
}, 60_000);
afterAll(() => workspace.remove());
beforeEach(() => workspace.write({ pids: "" }));

const rollbacks = () => processIds(join(workspace.folder, "pids"));
const record = async () => rehearsalDocument.parse(await workspace.json("readiness_rehearsal.json"));

/** A drill whose rollback has begun. */
async function drillInRollback(): Promise<ChildProcess> {
  const args = [program, "rehearsal", "run", "--config", "rehearsal.yml", "--no-submit"];
  const child = spawn(process.execPath, args, { cwd: workspace.folder, stdio: "ignore" });
  await vi.waitFor(async () => expect(await rollbacks()).toHaveLength(1), { timeout: 10_000, interval: 20 });
  return child;
}
async function expectNothingRuns(): Promise<void> {
  const ids = await rollbacks();
  await vi.waitFor(async () => expect(await Promise.all(ids.map(isRunning))).toEqual([false]), { interval: 20 });
}

it("a drill that is interrupted is recorded as aborted, and nothing of it goes on", async () => {
  const child = await drillInRollback();
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(await record()).toMatchObject({
    outcome: "aborted",
    gaps: ["The rollback step was interrupted."],
    steps: [
      { name: "deploy", outcome: "passed" },
      { name: "rollback", outcome: "failed", detail: "was interrupted" },
      { name: "verify", outcome: "not_run" },
    ],
  });
  await expectNothingRuns();
});

it("a drill that is killed leaves a record that says no more than what was done, never one that passed", async () => {
  const child = await drillInRollback();
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await record()).toMatchObject({
    outcome: "aborted",
    gaps: ["The drill did not end."],
    steps: [
      { name: "deploy", outcome: "passed" },
      { name: "rollback", outcome: "not_run" },
      { name: "verify", outcome: "not_run" },
    ],
  });
  await expectNothingRuns();
});
