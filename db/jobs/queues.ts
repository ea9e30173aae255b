import type { Queue } from "pg-boss";

/** The schema of the job queue's own tables. */
export const JOB_SCHEMA = "job_queue";

const DAY_SECONDS = 86_400;

/**
 * A job carries nothing but ids; whoever handles it opens a transaction of that tenant.
 * `short`: one waiting job for each `singletonKey`, so that asking twice is asking once.
 */
export const QUEUES = {
  "judge-deployment": {
    policy: "short",
    // A peer that is down for days is asked again, at most every five minutes, for as long as a request can wait.
    retryLimit: 10_000,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 300,
    expireInSeconds: 120,
    retentionSeconds: 45 * DAY_SECONDS,
    deleteAfterSeconds: 3600,
  },
  // After a rollout. What still fails after a day of trying waits for a person, who asks again on the release's page.
  "post-release": {
    policy: "short",
    retryLimit: 150,
    retryDelay: 10,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: 120,
    retentionSeconds: 3 * DAY_SECONDS,
    deleteAfterSeconds: 3600,
  },
  // The outbox counts the attempts and ends them; the queue only has to come back, at most every half hour.
  "deliver-notification": {
    policy: "short",
    retryLimit: 1000,
    retryDelay: 10,
    retryBackoff: true,
    retryDelayMax: 1800,
    expireInSeconds: 120,
    retentionSeconds: 7 * DAY_SECONDS,
    deleteAfterSeconds: 3600,
  },
  // GitHub issues of action items. What cannot be told for three days waits for a person, who asks again at the item.
  "sync-issue": {
    policy: "short",
    retryLimit: 10_000,
    retryDelay: 10,
    retryBackoff: true,
    retryDelayMax: 1800,
    expireInSeconds: 120,
    retentionSeconds: 3 * DAY_SECONDS,
    deleteAfterSeconds: 3600,
  },
  // Every minute: a job for each tenant, in which everything is done that is due by the clock alone.
  sweep: { policy: "short", retryLimit: 0, expireInSeconds: 60, deleteAfterSeconds: 3600 },
  "sweep-tenant": { policy: "short", retryLimit: 2, retryDelay: 5, expireInSeconds: 300, deleteAfterSeconds: 3600 },
} as const satisfies Record<string, Omit<Queue, "name">>;

export type Jobs = {
  "judge-deployment": { tenantId: string; requestId: string };
  "post-release": { tenantId: string; releaseId: string };
  "deliver-notification": { tenantId: string; notificationId: string };
  "sync-issue": { tenantId: string; actionItemId: string };
  sweep: { tenantId: null };
  "sweep-tenant": { tenantId: string };
};
export type JobName = keyof Jobs;
