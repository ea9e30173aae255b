import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import { freePort } from "@/db/embedded/free-port";
import { type GuardedProcess, spawnGuarded } from "@/db/embedded/guarded-process";
import { nodeProgram, projectFolder } from "@/lib/launch/project";
import { appUrl } from "./stage";

/** How long a server may take to start beside everything else that runs. */
const PATIENCE = { timeout: 60_000 };

/** Another server of the same build on the same database, which a test may treat badly. */
export type OwnServer = {
  url: string;
  start(): Promise<void>;
  /** As when its machine fails: it can do nothing more. */
  kill(): Promise<void>;
  /** As when it is replaced; its exit code. */
  stop(): Promise<number>;
};

export async function ownServer(use: (server: OwnServer) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "readiness-own-server-"));
  const pidFile = path.join(folder, "pid");
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = environment(url, port);
  let running: GuardedProcess | null = null;
  const server: OwnServer = {
    url,
    async start() {
      const next = nodeProgram("node_modules/next/dist/bin/next", "start", "-p", String(port));
      // The guard ends it whatever becomes of this test; its own number is for the one end that no guard would choose.
      const command = ["sh", "-c", 'echo $$ >"$0" && exec "$@"', pidFile, ...next];
      running = spawnGuarded("server", command, { cwd: projectFolder, env, output: "ignore" });
      await expect.poll(() => statusOf(`${url}/readyz`), PATIENCE).toBe(200);
    },
    async kill() {
      process.kill(Number(readFileSync(pidFile, "utf8")), "SIGKILL");
      await running?.exited;
    },
    stop: async () => (await running?.stop()) ?? 0,
  };
  try {
    await use(server);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Its jobs are left to the server of all tests. */
function environment(url: string, port: number): NodeJS.ProcessEnv {
  const secret = randomBytes(32).toString("hex");
  const own = { DATABASE_URL: appUrl(), NEXTAUTH_URL: url, NEXTAUTH_SECRET: secret, PORT: String(port) };
  return { ...process.env, ...own, READINESS_JOBS: "off", NEXT_TELEMETRY_DISABLED: "1" };
}

const statusOf = (address: string): Promise<number> =>
  fetch(address).then(
    ({ status }) => status,
    () => 0,
  );
