import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { DomainError, isDomainError } from "@/lib/core/errors";
import { env } from "@/lib/env";

export type Tx = Parameters<Parameters<NodePgDatabase["transaction"]>[0]>[0];

/** Whose rows a transaction may see; unset parts see nothing. */
export type Scope = {
  tenantId?: string;
  personId?: string;
  tokenId?: string;
  email?: string;
  integrationId?: string;
  feedId?: string;
};

const store = globalThis as typeof globalThis & { readinessPool?: pg.Pool };

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 16,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that breaks is dropped from the pool; the next query gets a new one or says why not.
  pool.on("error", () => {});
  return pool;
}

function pool(): pg.Pool {
  if (!store.readinessPool) {
    const url = env().DATABASE_URL;
    if (!url) throw new DomainError("unavailable", "DATABASE_URL is not set");
    store.readinessPool = openPool(url);
  }
  return store.readinessPool;
}

/** The address that this process connects to; `unavailable` where none is set. */
export const poolUrl = (): string | undefined => pool().options.connectionString;

/** Uses another database from now on (launcher and tests). */
export async function connect(url: string): Promise<void> {
  await store.readinessPool?.end();
  store.readinessPool = openPool(url);
}

export async function disconnect(): Promise<void> {
  await store.readinessPool?.end();
  store.readinessPool = undefined;
}

const OUTAGE = /^(ECONN|ETIMEDOUT|ENOTFOUND|EPIPE|08|57P|53)/;

function isOutage(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  const message = error instanceof Error ? error.message : "";
  return (typeof code === "string" && OUTAGE.test(code)) || /connection terminated|timeout exceeded/i.test(message);
}

/** drizzle wraps the driver's error; the cause has the SQLSTATE. */
export function databaseError(error: unknown): { code?: string; constraint?: string } {
  const wrapped = error as { cause?: unknown; code?: string } | null;
  return (wrapped?.cause ?? wrapped ?? {}) as { code?: string; constraint?: string };
}

/** A statement of the job queue, outside of any tenant, as the role that signs in. Everything else takes `transaction`. */
export function queueStatement(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  return pool().query(text, values);
}

/** One transaction as the app role, seeing only what `scope` names. An unreachable database is `unavailable`. */
export async function transaction<T>(scope: Scope, run: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await drizzle(pool()).transaction(async (tx) => {
      await tx.execute(sql`select set_config('role', 'readiness_app', true),
        set_config('app.tenant', ${scope.tenantId ?? ""}, true), set_config('app.person', ${scope.personId ?? ""}, true),
        set_config('app.token', ${scope.tokenId ?? ""}, true), set_config('app.email', ${scope.email?.toLowerCase() ?? ""}, true),
        set_config('app.integration', ${scope.integrationId ?? ""}, true),
        set_config('app.feed', ${scope.feedId ?? ""}, true),
        set_config('statement_timeout', '15s', true), set_config('lock_timeout', '12s', true)`);
      return await run(tx);
    });
  } catch (error) {
    if (isDomainError(error)) throw error;
    if (isOutage(error) || isOutage(databaseError(error))) {
      throw new DomainError("unavailable", "The database cannot be reached. Nothing was changed; try again.");
    }
    throw error;
  }
}
