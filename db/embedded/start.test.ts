import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryHome } from "@/lib/testing/temporary-home";
import { readPostmaster } from "./pid-file";
import { type EmbeddedDatabase, startEmbedded } from "./start";

const home = temporaryHome();
const data = path.join(home.folder, "pg18");
afterAll(() => home.remove());

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describe("the first start on an empty folder", () => {
  let servers: EmbeddedDatabase[];

  beforeAll(async () => {
    mkdirSync(path.join(home.folder, "pg18.init-1", "base"), { recursive: true });
    servers = await Promise.all([1, 2, 3].map(() => startEmbedded({ home: home.folder })));
  });
  afterAll(() => Promise.all(servers.map((server) => server.stop())));

  test("of three at once, one owns the server and the others adopt it", () => {
    expect(servers.map((server) => server.adopted).sort()).toEqual([false, true, true]);
    expect(new Set(servers.map((server) => server.ownerUrl)).size).toBe(1);
  });

  test("a half made data folder of a killed start is cleared away", () => {
    expect(readdirSync(home.folder).filter((name) => name.includes("init"))).toEqual([]);
  });

  test("the web application's role has no power beyond signing in", async () => {
    const url = servers[0]?.appUrl ?? "";
    const [role] = await query(url, "SELECT * FROM pg_roles WHERE rolname = current_user");
    expect(role).toMatchObject({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    await expect(query(url, "CREATE TABLE public.planted (n int)")).rejects.toThrow(/permission denied/);
    await expect(query(url, "CREATE TEMP TABLE planted (n int)")).rejects.toThrow(/permission denied/);
  });

  test("the owner's role may make tables and roles, but is no superuser", async () => {
    const url = servers[0]?.ownerUrl ?? "";
    const [role] = await query(url, "SELECT * FROM pg_roles WHERE rolname = current_user");
    expect(role).toMatchObject({ rolsuper: false, rolbypassrls: false, rolcreaterole: true, rolcreatedb: true });
    await query(url, "CREATE TABLE kept (n int)");
  });

  test("only its account can read the passwords, the log and the data", () => {
    const open = readdirSync(home.folder).filter((name) => statSync(path.join(home.folder, name)).mode & 0o077);
    expect(open.filter((name) => !name.startsWith("programs-"))).toEqual(["port"]);
  });

  test("it listens on the loopback interface only", async () => {
    const [row] = await query(servers[0]?.adminUrl ?? "", "SHOW listen_addresses");
    expect(row).toEqual({ listen_addresses: "127.0.0.1" });
    expect(readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")[4]).toBe("");
  });

  test("an adopter that stops leaves the server to its owner, and learns when the owner stops it", async () => {
    const owner = servers.find((server) => !server.adopted);
    const [leaving, staying] = servers.filter((server) => server.adopted);
    await leaving?.stop();
    expect(await query(staying?.ownerUrl ?? "", "SELECT n FROM kept")).toEqual([]);
    await owner?.stop();
    await staying?.exited;
    expect(existsSync(path.join(data, "postmaster.pid"))).toBe(false);
  });
});

describe("a later start", () => {
  test("keeps its port, and takes another one when somebody else has it", async () => {
    const first = await startEmbedded({ home: home.folder });
    const port = Number(new URL(first.ownerUrl).port);
    await first.stop();
    const again = await startEmbedded({ home: home.folder });
    expect(Number(new URL(again.ownerUrl).port)).toBe(port);
    await again.stop();

    const intruder = net.createServer().listen(port, "127.0.0.1");
    const third = await startEmbedded({ home: home.folder });
    expect(Number(new URL(third.ownerUrl).port)).not.toBe(port);
    expect(readPostmaster(data)?.port).toBe(Number(new URL(third.ownerUrl).port));
    await third.stop();
    await new Promise((done) => intruder.close(done));
  });

  test("makes a second database beside the first", async () => {
    const server = await startEmbedded({ home: home.folder, database: "other" });
    expect(await query(server.ownerUrl, "SELECT current_database() AS name")).toEqual([{ name: "other" }]);
    await server.stop();
  });
});
