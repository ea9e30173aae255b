import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { isRunning, runProgram } from "@/lib/testing/program";
import { spawnGuarded } from "./guarded-process";

const options = { output: "ignore" } as const;

describe("a guarded program", () => {
  test("ends when its owner is killed, though nothing could tell it", async () => {
    const { child, firstLine } = await runProgram(`
      import { spawnGuarded } from "./db/embedded/guarded-process.ts";
      spawnGuarded("server", ["sh", "-c", "echo $$; exec sleep 60"], { output: "inherit" });
    `);
    const pid = Number(firstLine);
    expect(isRunning(pid)).toBe(true);
    child.kill("SIGKILL");
    await expect.poll(() => isRunning(pid), { timeout: 10_000, interval: 20 }).toBe(false);
  });

  test("gives its own exit code", async () => {
    const program = spawnGuarded("server", ["sh", "-c", "exit 7"], options);
    expect(await program.exited).toBe(7);
    expect(program.hasExited()).toBe(true);
  });

  test("ends when it is stopped, and stopping it twice is harmless", async () => {
    const program = spawnGuarded("server", ["sleep", "60"], options);
    expect(await Promise.all([program.stop(), program.stop()])).toEqual([143, 143]);
  });
});

test("a name is free again when the process that held it is killed", async () => {
  const { child } = await runProgram(`
    import { withMutex } from "./db/embedded/mutex.ts";
    await withMutex("test ${process.pid}", async () => { console.log("held"); await new Promise((r) => setTimeout(r, 60_000)); });
  `);
  const { withMutex } = await import("./mutex");
  let waited = false;
  const mine = withMutex(
    `test ${process.pid}`,
    async () => "mine",
    () => {
      waited = true;
      child.kill("SIGKILL");
    },
  );
  await once(child, "exit");
  expect(await mine).toBe("mine");
  expect(waited).toBe(true);
});
