import pg from "pg";

/** Connects once; SCRAM proves both sides, so another server on the same port is never taken for ours. */
export async function isReachable(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Resolves when the server of `url` goes away, seen by the end of a connection that is held open for this alone. */
export async function watchServer(url: string): Promise<{ gone: Promise<void>; close(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: "readiness watch" });
  client.on("error", () => {});
  const gone = new Promise<void>((resolve) => client.once("end", () => resolve()));
  await client.connect();
  return { gone, close: () => client.end().catch(() => {}) };
}
