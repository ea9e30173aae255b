import type pg from "pg";
import { PgBoss } from "pg-boss";
import { JOB_SCHEMA, QUEUES } from "./queues";

/** Brings the job queue's tables and queues up to date, on a connection that may create tables and holds the lock. */
export async function installJobs(client: pg.Client): Promise<void> {
  const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
  const only = { supervise: false, schedule: false, registerInstance: false, openTelemetry: { enabled: false } };
  const boss = new PgBoss({ db, schema: JOB_SCHEMA, ...only });
  let failure: Error | undefined;
  boss.on("error", (error) => {
    failure ??= error;
  });
  await boss.start();
  try {
    for (const [name, options] of Object.entries(QUEUES)) {
      const { policy, ...changeable } = options;
      await boss.createQueue(name, { policy, ...changeable });
      await boss.updateQueue(name, changeable);
    }
  } finally {
    await boss.stop();
  }
  if (failure) throw failure;
  await client.query(`grant usage on schema ${JOB_SCHEMA} to readiness_app`);
  await client.query(`grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to readiness_app`);
}
