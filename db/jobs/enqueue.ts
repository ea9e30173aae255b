import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss, systemClock } from "pg-boss";
import { queueStatement, type Tx } from "@/db/client";
import { JOB_SCHEMA, type JobName, type Jobs } from "./queues";

const store = globalThis as typeof globalThis & { readinessJobSender?: Promise<PgBoss> };

/** Timers of a sender do not keep a process alive: a command line tool that enqueued a job may end. */
const unreferenced = <T>(timer: T): T => {
  (timer as { unref?: () => void }).unref?.();
  return timer;
};

async function openSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: queueStatement },
    schema: JOB_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
    clock: {
      ...systemClock,
      setInterval: (run, ms) => unreferenced(setInterval(run, ms)),
      setTimeout: (run, ms) => unreferenced(setTimeout(run, ms)),
    },
  });
  // What fails here is only its cache of queues; an enqueue that fails is thrown to its caller.
  boss.on("error", () => {});
  return boss.start();
}

function sender(): Promise<PgBoss> {
  store.readinessJobSender ??= openSender().catch((error: unknown) => {
    store.readinessJobSender = undefined;
    throw error;
  });
  return store.readinessJobSender;
}

/** Call before a transaction that enqueues: the first use of a process reads the queues on a connection of its own. */
export async function readyToEnqueue(): Promise<void> {
  await sender();
}

/**
 * Puts a job into the queue within the caller's transaction: it exists if, and only if, that commits.
 * A job of the same `key` that still waits is enough; it stays as it is.
 */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  data: Jobs[N],
  { key, afterSeconds = 0 }: { key: string; afterSeconds?: number },
): Promise<void> {
  const boss = await sender();
  const db = fromDrizzle(tx, sql);
  await boss.send(name, data, { db, singletonKey: key, startAfter: afterSeconds });
}
