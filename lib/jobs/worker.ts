import { type JobWithMetadata, PgBoss } from "pg-boss";
import { queueStatement } from "@/db/client";
import { JOB_SCHEMA, type JobName, type Jobs } from "@/db/jobs/queues";
import { env } from "@/lib/env";
import { log } from "@/lib/observability/log";
import { loggable } from "@/lib/observability/loggable";
import { deliverNotification } from "./handlers/deliver-notification";
import { judgeDeployment } from "./handlers/judge-deployment";
import { postRelease } from "./handlers/post-release";
import { sweep, sweepTenant } from "./handlers/sweep";
import { syncIssue } from "./handlers/sync-issue";
import { withJobSpan } from "./job-span";

type Handlers = { [N in JobName]: (data: Jobs[N], attempt: number) => Promise<void> };
const HANDLERS: Handlers = {
  "deliver-notification": (data) => deliverNotification(data),
  "judge-deployment": judgeDeployment,
  "post-release": (data) => postRelease(data),
  "sync-issue": (data) => syncIssue(data),
  sweep,
  "sweep-tenant": (data) => sweepTenant(data),
};

const POLL_SECONDS = 2;
const CONCURRENCY = 2;
/** Jobs that come in crowds are taken so many at a time, and the next ones at once while there are as many. */
const BATCH: Partial<Record<JobName, number>> = { "deliver-notification": 8 };
const SWEEP_SECONDS = 60;
/** A stop waits this long for the jobs at hand; what is cut off is done again by whoever comes next. */
const STOP_MS = 10_000;
/** While the database cannot be reached at the start. */
const START_ATTEMPTS = 1000;

export type Worker = { stop(): Promise<void> };

/** Works off the queue in this process until it is stopped. Any number of processes may do so side by side. */
export async function startWorker(): Promise<Worker> {
  const boss = new PgBoss({
    db: { executeSql: queueStatement },
    schema: JOB_SCHEMA,
    // The tables belong to the owner's role, who alone changes them.
    migrate: false,
    reindex: false,
    monitorVacuum: false,
    schedule: false,
    openTelemetry: { enabled: false },
  });
  boss.on("error", (error) => log.warn({ component: "worker", error: loggable(error) }, "job queue trouble"));
  await boss.start({ attempts: START_ATTEMPTS });
  for (const name of Object.keys(HANDLERS) as JobName[]) await work(boss, name, HANDLERS[name]);
  const timer = setInterval(() => askForSweep(boss), SWEEP_SECONDS * 1000);
  return {
    stop: () => {
      clearInterval(timer);
      return boss.stop({ graceful: true, timeout: STOP_MS });
    },
  };
}

/** However many processes ask, one sweep is queued for each minute. */
function askForSweep(boss: PgBoss): void {
  boss
    .send("sweep", { tenantId: null }, { singletonKey: "sweep", singletonSeconds: SWEEP_SECONDS })
    .catch((error: unknown) =>
      log.warn({ component: "worker", error: loggable(error) }, "no sweep could be asked for"),
    );
}

async function work<N extends JobName>(boss: PgBoss, name: N, handle: Handlers[N]): Promise<void> {
  const options = {
    pollingIntervalSeconds: POLL_SECONDS,
    localConcurrency: BATCH[name] ? 1 : CONCURRENCY,
    batchSize: BATCH[name] ?? 1,
    burstWhenBatchFull: true,
    includeMetadata: true,
    perJobResults: true,
  } as const;
  await boss.work(name, options, (jobs: JobWithMetadata<Jobs[N]>[]) =>
    Promise.all(
      jobs.map(({ id, data, retryCount: attempt }) =>
        withJobSpan({ name, id, tenantId: data.tenantId, attempt }, () => handle(data, attempt)).then(
          () => ({ id, status: "completed" as const }),
          // One that failed is tried again, and keeps none of the others from being done.
          (error: unknown) => ({ id, status: "failed" as const, output: { message: String(error) } }),
        ),
      ),
    ),
  );
}

/** The server's own worker, unless READINESS_JOBS=off leaves the jobs to other processes. */
export function startServerWorker(): void {
  if (env().READINESS_JOBS === "off" || !env().DATABASE_URL) return;
  const worker = startWorker();
  worker.catch((error: unknown) => {
    log.error({ component: "worker", error: loggable(error) }, "background jobs cannot be started");
  });
  const stop = () => {
    worker.then((running) => running.stop()).catch(() => {});
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
