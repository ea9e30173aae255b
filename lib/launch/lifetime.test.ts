import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { isRunning, runProgram } from "@/lib/testing/program";

const lifetime = "./lib/launch/lifetime.ts";
const serving = `
  import { runForLifetime } from "${lifetime}";
  process.exit(await runForLifetime((lifetime) => {
    lifetime.add(async () => console.log("database stopped"));
    lifetime.add(async () => console.log("web server stopped"));
    console.log(process.pid);
    return new Promise(() => setInterval(() => {}, 1000));
  }));
`;

describe("the launcher", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "at %s stops the last begun first and exits with 0",
    async (signal) => {
      const { child } = await runProgram(serving);
      const rest = child.stdout ? text(child.stdout) : "";
      child.kill(signal);
      expect(await once(child, "exit")).toEqual([0, null]);
      expect((await rest).match(/\w+ \w+ stopped|database stopped/g)).toEqual([
        "web server stopped",
        "database stopped",
      ]);
    },
  );

  test("ends when the process that launched it is killed", async () => {
    const { child, firstLine } = await runProgram(`
      import { spawn } from "node:child_process";
      const program = ["--import", "tsx", "--input-type=module", "--eval", ${JSON.stringify(serving)}];
      spawn(process.execPath, program, { stdio: ["ignore", "inherit", "inherit"] });
    `);
    const launcher = Number(firstLine);
    expect(isRunning(launcher)).toBe(true);
    child.kill("SIGKILL");
    await expect.poll(() => isRunning(launcher), { timeout: 20_000, interval: 50 }).toBe(false);
  });

  test("stops whatever is begun after the end was asked for", async () => {
    const { child } = await runProgram(`
      import { runForLifetime } from "${lifetime}";
      process.exit(await runForLifetime(async (lifetime) => {
        setInterval(() => {}, 1000); // as a child process would, this keeps the program running
        console.log("begun");
        await lifetime.requested;
        lifetime.add(async () => process.exit(42));
        return 0;
      }));
    `);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([42, null]);
  });
});
