import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { installJobs } from "./jobs/install";

/** Any number: all starts on one database take the same advisory lock, so that one migrates and the others wait. */
const MIGRATION_LOCK = 7_229_341;

async function countApplied(client: pg.Client): Promise<number> {
  const known = await client.query("select to_regclass('drizzle.__drizzle_migrations') is not null as yes");
  if (!known.rows[0].yes) return 0;
  return (await client.query("select count(*)::int as n from drizzle.__drizzle_migrations")).rows[0].n;
}

/** Brings the database of `url` (a role that may create tables) up to date. Safe to run from several starts at once. */
export async function migrateDatabase(url: string): Promise<{ applied: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const before = await countApplied(client);
    await migrate(drizzle(client), { migrationsFolder: path.join(process.cwd(), "db/migrations") });
    await installJobs(client);
    return { applied: (await countApplied(client)) - before };
  } finally {
    await client.end();
  }
}
