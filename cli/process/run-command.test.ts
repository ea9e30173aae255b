import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { processIo } from "../io";
import { bundleProgram } from "../testing/bundle";
import { isRunning, processIds } from "../testing/processes";
import { Workspace } from "../testing/run";
import { type CommandSpec, runCommand } from "./run-command";

vi.setConfig({ testTimeout: 30_000 });
let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

const PATH = process.env.PATH;

async function execute(command: CommandSpec["command"], differences: Partial<CommandSpec> = {}) {
  const output = { out: "", err: "" };
  const into = (name: "out" | "err") => new PassThrough().on("data", (chunk) => (output[name] += chunk));
  const spec = { command, cwd: workspace.folder, env: { PATH }, timeoutMs: 20_000, graceMs: 150 };
  const run = await runCommand(processIo(), { ...spec, stdout: into("out"), stderr: into("err"), ...differences });
  return { run, ...output };
}

async function leftRunning(file = "pids"): Promise<number[]> {
  const ids = await processIds(join(workspace.folder, file));
  expect(ids.length).toBeGreaterThan(0);
  const running = await Promise.all(ids.map(isRunning));
  return ids.filter((_, index) => running[index]);
}

describe("the end of a command is told as it was", () => {
  it.each([
    ["exit 0", { end: "exited", code: 0 }],
    ["exit 7", { end: "exited", code: 7 }],
    ["no-such-command-at-all", { end: "exited", code: 127 }],
    ["kill -KILL $$", { end: "signalled", signal: "SIGKILL" }],
    [["sh", "-c", "exit 3"], { end: "exited", code: 3 }],
  ])("%j", async (command, outcome) => {
    expect((await execute(command)).run).toMatchObject(outcome);
  });

  it.each<[string, CommandSpec["command"], Partial<CommandSpec>, string]>([
    ["a missing program", ["no-such-program"], {}, "the program no-such-program is not installed, or not on the PATH"],
    ["a missing path", ["./no/such"], {}, "the program ./no/such does not exist"],
    ["a file that is no program", ["./notes.txt"], {}, "./notes.txt is not executable"],
    ["a folder", ["./folder"], {}, "./folder is not a program"],
    ["nothing", [], {}, "the command is empty"],
    ["a missing folder", "true", { cwd: "/no/such/folder" }, "its working folder /no/such/folder does not exist"],
    ["an impossible argument", ["sh", "\0"], {}, "no process could be started (ERR_INVALID_ARG_VALUE)"],
  ])("%s was not started, with the reason", async (_what, command, differences, reason) => {
    await workspace.write({ "notes.txt": "hello", "folder/file": "" });
    expect((await execute(command, differences)).run).toMatchObject({ end: "not_started", reason });
  });

  it("both outputs arrive whole, and only the given environment is known to the process", async () => {
    vi.stubEnv("READINESS_TOKEN", "secret");
    const { out, err } = await execute('echo "$A-$READINESS_TOKEN"; echo bad >&2; pwd', { env: { PATH, A: "1" } });
    expect({ out, err }).toEqual({ out: `1-\n${workspace.folder}\n`, err: "bad\n" });
  });

  it("a process that closes its outputs early is waited for", async () => {
    const { run, out } = await execute(
      "echo first; exec >&- 2>&-; i=0; while [ $i -lt 9999 ]; do i=$((i+1)); done; exit 5",
    );
    expect({ run, out }).toMatchObject({ run: { end: "exited", code: 5 }, out: "first\n" });
  });
});

describe("nothing of a command stays behind", () => {
  const children = 'sh -c "echo \\$\\$ >> pids; exec sleep 60" & sh -c "echo \\$\\$ >> pids; exec sleep 60" &';
  const started = "while [ $(grep -c . pids) -lt 2 ]; do :; done";

  it("when its time is over: grandchildren end too", async () => {
    const { run } = await execute(`touch pids; ${children} ${started}; wait`, { timeoutMs: 1_000 });
    expect(run).toMatchObject({ end: "timed_out" });
    expect(await leftRunning()).toEqual([]);
  });

  it("when its time is over and they ignore TERM", async () => {
    const { run } = await execute(`trap "" TERM; touch pids; ${children} ${started}; wait; wait`, { timeoutMs: 1_000 });
    expect(run).toMatchObject({ end: "timed_out" });
    expect(await leftRunning()).toEqual([]);
  });

  it("when its time is over, processes may tidy up first", async () => {
    const tidy = "trap 'echo tidied > state; exit 0' TERM; while :; do sleep 0.01; done";
    const { run } = await execute(["sh", "-c", `sh -c "${tidy}" & wait`], { timeoutMs: 1_000, graceMs: 5_000 });
    expect(run).toMatchObject({ end: "timed_out" });
    expect(await workspace.read("state")).toBe("tidied\n");
  });

  it("when it ends by itself and leaves processes in the background", async () => {
    const { run } = await execute(`touch pids; ${children} ${started}; echo done`);
    expect(run).toMatchObject({ end: "exited", code: 0 });
    expect(await leftRunning()).toEqual([]);
  });

  it("when the run is interrupted", async () => {
    const controller = new AbortController();
    const stdout = new PassThrough().once("data", () => controller.abort());
    const command = `touch pids; ${children} ${started}; echo ready; wait`;
    expect((await execute(command, { signal: controller.signal, stdout })).run).toMatchObject({ end: "interrupted" });
    expect(await leftRunning()).toEqual([]);
    expect((await execute("touch started", { signal: controller.signal })).run.end).toBe("interrupted");
    await expect(workspace.read("started")).rejects.toThrow("ENOENT");
  });

  it("when the program that runs it is killed by force", async () => {
    const program = `import { runCommand } from "./process/run-command"; import { processIo } from "./io";
      await runCommand(processIo(), { command: process.argv[2], cwd: process.cwd(), env: process.env, timeoutMs: 60000,
        stdout: process.stdout, stderr: process.stderr });`;
    const bundle = await bundleProgram(program, join(workspace.folder, "runner.mjs"));
    const command = `touch pids; trap "" TERM HUP; ${children} ${started}; echo $$ >> pids; echo ready; wait`;
    const runner = spawn(process.execPath, [bundle, command], {
      cwd: workspace.folder,
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((resolve) => runner.stdout.once("data", resolve));
    expect(await leftRunning()).toHaveLength(3);
    runner.kill("SIGKILL");
    await vi.waitFor(async () => expect(await leftRunning()).toEqual([]), { timeout: 5_000, interval: 20 });
  });

  it("but a daemon in a session of its own is out of reach, and does not hold up the end", async () => {
    const daemon =
      'setsid sh -c "echo \\$\\$ > daemon; exec sleep 60" & while [ ! -s daemon ]; do :; done; echo started';
    const { run, out } = await execute(daemon);
    expect({ run, out }).toMatchObject({ run: { end: "exited", code: 0 }, out: "started\n" });
    const [left] = await leftRunning("daemon");
    expect(left).toBeDefined();
    if (left !== undefined) process.kill(left, "SIGKILL");
  });
});

describe("output", () => {
  it.each(["pipe", "file"])("of any size goes to the file through a %s", async (way) => {
    const file = createWriteStream(join(workspace.folder, "log"));
    if (way === "file") await once(file, "open");
    const { run } = await execute("head -c 30000000 /dev/zero; echo end >&2", { stdout: file });
    file.end();
    await finished(file);
    expect(run).toMatchObject({ end: "exited", code: 0 });
    expect((await stat(join(workspace.folder, "log"))).size).toBe(30_000_000);
  });

  it("that cannot be written does not hold the command up", async () => {
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error("ENOSPC")) });
    const { run } = await execute("head -c 3000000 /dev/zero; exit 4", { stdout: full });
    expect(run).toMatchObject({ end: "exited", code: 4 });
  });
});
