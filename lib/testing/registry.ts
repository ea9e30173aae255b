import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { connect, disconnect } from "@/db/client";
import { type TestDatabase, testDatabase } from "./database";

export type OpenDatabase = {
  /** As the owner of the tables, who is no superuser: row-level security and privileges still hold. */
  owner: pg.Pool;
  /** As the role that the web application signs in as. */
  web: pg.Pool;
  appUrl: string;
};

/** Connects the registry of this test file to a database of its own, and cleans up after the file. */
export function openDatabase(): OpenDatabase {
  const open: Partial<OpenDatabase> = {};
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await testDatabase();
    await connect(database.appUrl);
    open.appUrl = database.appUrl;
    open.owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
    open.web = new pg.Pool({ connectionString: database.appUrl, max: 2 });
  });
  afterAll(async () => {
    await Promise.all([open.owner?.end(), open.web?.end()]);
    await disconnect();
    await database?.drop();
  });
  return open as OpenDatabase;
}

/** Runs as the app role with the settings of a scope, and rolls back. */
export async function asApp<T>(
  pool: pg.Pool,
  settings: { tenantId?: string; personId?: string },
  run: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(
      "select set_config('role', 'readiness_app', true), set_config('app.tenant', $1, true), set_config('app.person', $2, true)",
      [settings.tenantId ?? "", settings.personId ?? ""],
    );
    return await run(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}
