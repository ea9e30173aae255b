import pg from "pg";

/** Measures all tables for the query planner. The database would come to it by itself, but only after the first visitors. */
export async function analyse(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("analyze").finally(() => client.end());
}
