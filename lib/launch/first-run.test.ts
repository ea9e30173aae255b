import { rmSync, statSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readSecret } from "@/db/embedded/secret-file";
import { type EmbeddedDatabase, startEmbedded } from "@/db/embedded/start";
import { migrateDatabase } from "@/db/migrate";
import { verifyPassword } from "@/lib/registry/person/password";
import { temporaryHome } from "@/lib/testing/temporary-home";
import { firstRun } from "./first-run";
import { readState, writeState } from "./first-run-state";

const home = temporaryHome();
let database: EmbeddedDatabase;
const printed = vi.spyOn(console, "log").mockImplementation(() => {});

beforeAll(async () => {
  database = await startEmbedded({ home: home.folder, settings: { fsync: "off" } });
  await migrateDatabase(database.ownerUrl);
});
afterAll(async () => {
  await database.stop();
  home.remove();
});

async function admins(): Promise<{ email: string; password_hash: string }[]> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    return (await client.query("SELECT email, password_hash FROM person")).rows;
  } finally {
    await client.end();
  }
}

describe("the first run", () => {
  test("makes one admin, whose printed password is kept where only its owner can read it", async () => {
    await firstRun(database, false);
    const file = path.join(database.home, "admin-password");
    const password = readSecret(file) ?? "";
    expect(printed.mock.calls.flat().join("\n")).toContain(password);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const [admin, ...others] = await admins();
    expect(others).toEqual([]);
    expect(await verifyPassword(password, admin?.password_hash ?? "")).toBe(true);
    expect(readState(database.home)).toEqual({ sample: false, done: true });
  });

  test("cut short after the admin was made, is completed without a second one and with the same password", async () => {
    const password = readSecret(path.join(database.home, "admin-password"));
    writeState(database.home, { sample: false, done: false });
    await firstRun(database, true);
    expect(readSecret(path.join(database.home, "admin-password"))).toBe(password);
    expect(await admins()).toHaveLength(1);
    expect(readState(database.home)).toEqual({ sample: false, done: true });
  });

  test("leaves a database alone that has tenants already", async () => {
    rmSync(path.join(database.home, "first-run.json"));
    printed.mockClear();
    await firstRun(database, true);
    expect(await admins()).toHaveLength(1);
    expect(printed).not.toHaveBeenCalled();
  });
});
