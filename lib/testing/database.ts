import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  drop(): Promise<void>;
}

/** A migrated, empty database of its own for one test file, cloned from the template of the run. */
export async function testDatabase(): Promise<TestDatabase> {
  const { ownerUrl, appUrl, template } = inject("database");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asOwner(ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    appUrl: withDatabase(appUrl, name),
    drop: () => asOwner(ownerUrl, `DROP DATABASE IF EXISTS ${name}`),
  };
}

/** Over the database `postgres`: a connection to the template would make it impossible to clone. */
async function asOwner(ownerUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(ownerUrl, "postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
