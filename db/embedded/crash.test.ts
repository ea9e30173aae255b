import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { temporaryHome } from "@/lib/testing/temporary-home";
import { isPostgres, readPostmaster } from "./pid-file";
import { type EmbeddedDatabase, startEmbedded } from "./start";

const home = temporaryHome();
const data = path.join(home.folder, "pg18");
let server: EmbeddedDatabase | undefined;

beforeAll(async () => {
  const first = await startEmbedded({ home: home.folder });
  await onServer(first.ownerUrl, (client) => client.query("CREATE TABLE kept (n serial PRIMARY KEY)"));
  await first.stop();
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(() => home.remove());

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Inserts one row after the other until the server is gone; returns how many it acknowledged. */
async function insertUntilCut(url: string, onRow: (acknowledged: number) => void): Promise<number> {
  return onServer(url, async (client) => {
    for (let acknowledged = 0; ; onRow(++acknowledged)) {
      try {
        await client.query("INSERT INTO kept DEFAULT VALUES");
      } catch {
        return acknowledged;
      }
    }
  });
}

async function countKept(url: string): Promise<number> {
  return onServer(url, async (client) => (await client.query("SELECT count(*)::int AS n FROM kept")).rows[0].n);
}

async function startOwner(): Promise<{ owner: ChildProcess; ownerUrl: string }> {
  const script = path.resolve(import.meta.dirname, "../../lib/testing/database-owner.ts");
  const owner = spawn(process.execPath, ["--import", "tsx", script, home.folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: owner.stdout }), "line");
  return { owner, ownerUrl: JSON.parse(String(line)).ownerUrl };
}

describe("after a crash", () => {
  test("killing the owner stops PostgreSQL, and no acknowledged row is lost", async () => {
    const { owner, ownerUrl } = await startOwner();
    const pid = readPostmaster(data)?.pid ?? 0;
    expect(isPostgres(pid)).toBe(true);
    const acknowledged = await insertUntilCut(ownerUrl, (rows) => {
      if (rows === 50) owner.kill("SIGKILL");
    });
    expect(acknowledged).toBeGreaterThanOrEqual(50);
    server = await startEmbedded({ home: home.folder });
    expect(isPostgres(pid)).toBe(false);
    expect(server.adopted).toBe(false);
    expect(await countKept(server.ownerUrl)).toBeGreaterThanOrEqual(acknowledged);
  });

  test("killing PostgreSQL itself is noticed, and the next start recovers every acknowledged row", async () => {
    const killed = await startEmbedded({ home: home.folder });
    const before = await countKept(killed.ownerUrl);
    const acknowledged = await insertUntilCut(killed.ownerUrl, (rows) => {
      if (rows === 50) process.kill(readPostmaster(data)?.pid ?? 0, "SIGKILL");
    });
    await killed.exited;
    server = await startEmbedded({ home: home.folder });
    expect(server.adopted).toBe(false);
    expect(await countKept(server.ownerUrl)).toBeGreaterThanOrEqual(before + acknowledged);
  });

  test("a pid file whose pid now belongs to another program does not block the start", async () => {
    const { uid, gid } = statSync(data);
    const other = spawn("sleep", ["60"], { uid, gid, stdio: "ignore" });
    const pidFile = path.join(data, "postmaster.pid");
    writeFileSync(pidFile, `${other.pid}\n${data}\n1700000000\n1\n\n127.0.0.1\n`, { mode: 0o600 });
    chownSync(pidFile, uid, gid);
    server = await startEmbedded({ home: home.folder });
    expect(server.adopted).toBe(false);
    other.kill();
  });

  test("a lost superuser password is said, with the file that is missing", async () => {
    const file = path.join(home.folder, "postgres-password");
    renameSync(file, `${file}.lost`);
    await expect(startEmbedded({ home: home.folder })).rejects.toThrow(/postgres-password is missing/);
    renameSync(`${file}.lost`, file);
  });
});
