import type pg from "pg";

/** Jobs in the queue that have not been done, for one deployment request, one notification or one tenant. */
export async function waitingJobs(
  web: pg.Pool,
  of: { requestId?: string; notificationId?: string; tenantId?: string },
): Promise<number> {
  const { rows } = await web.query(
    "select count(*)::int as n from job_queue.job where state in ('created', 'retry') and data @> $1::jsonb",
    [JSON.stringify(of)],
  );
  return rows[0].n;
}
