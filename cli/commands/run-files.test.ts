import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { junitReport, passingSuite, reportOf, runSuites } from "../testing/readiness-run";
import { Workspace } from "../testing/run";

vi.setConfig({ testTimeout: 30_000 });
let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

const listing = (folder: string) => readdir(join(workspace.folder, folder), { recursive: true });

describe("files of other runs", () => {
  it("a run that has ended is not overwritten by one of the same id", async () => {
    expect((await runSuites(workspace, [passingSuite()])).code).toBe(0);
    const before = await workspace.read("readiness_scorecards/run-1.json");
    const { code, err } = await runSuites(workspace, [passingSuite({ command: "exit 1" })]);
    expect(code).toBe(3);
    expect(err).toContain("readiness_scorecards/run-1.json: run run-1 has ended already; give another --run-id");
    expect(await workspace.read("readiness_scorecards/run-1.json")).toBe(before);
  });

  it("what a killed run left is removed, and no file of an earlier run stands in for one of this", async () => {
    await workspace.write({
      "readiness_logs/run-1/unit/attempt_7.out": "old",
      "readiness_report.json": {},
      "readiness_metrics.json": {},
    });
    const command = "ls readiness_* -d > there; exit 1";
    await runSuites(workspace, [passingSuite({ command })]);
    expect(await workspace.read("there")).toBe("readiness_logs\n");
    expect(await listing("readiness_logs/run-1/unit")).not.toContain("attempt_7.out");
  });

  it("reports that earlier attempts kept are no reports", async () => {
    const command = `case $READINESS_ATTEMPT in 1) echo '${junitReport({ adds: "failed" })}' > report.xml;; esac`;
    await runSuites(workspace, [passingSuite({ retries: 1, command, reports: ["**/report.xml"] })]);
    const [, second] = (await reportOf(workspace)).suites[0]?.attempts ?? [];
    expect(second?.reports).toEqual([]);
  });

  it("--out-dir takes all files", async () => {
    await runSuites(workspace, [passingSuite()], { args: ["--out-dir", "evidence"] });
    expect((await readdir(join(workspace.folder, "evidence"))).sort()).toEqual([
      "readiness_logs",
      "readiness_metrics.json",
      "readiness_report.json",
      "readiness_scorecards",
    ]);
  });

  it("a place that cannot be written to is bad input before anything runs", async () => {
    await writeFile(join(workspace.folder, "file"), "");
    const { code, err } = await runSuites(workspace, [passingSuite({ after: "touch ran" })], {
      args: ["--out-dir", "file"],
    });
    expect({ code, err }).toMatchObject({ code: 3, err: expect.stringContaining("file/readiness_logs") });
    await expect(workspace.read("ran")).rejects.toThrow("ENOENT");
  });
});
