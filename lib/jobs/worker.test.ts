import { expect, it } from "vitest";
import { transaction } from "@/db/client";
import { enqueue, readyToEnqueue } from "@/db/jobs/enqueue";
import { judgedAgainAfter } from "@/lib/core/deployment/answer";
import { waitingJobs } from "@/lib/testing/jobs";
import { openJudging } from "@/lib/testing/judging";
import { openDatabase } from "@/lib/testing/registry";
import { readyRelease } from "@/lib/testing/release";
import { startWorker } from "./worker";

const database = openDatabase();
const on = openJudging(database);

async function until(isSo: () => Promise<boolean>): Promise<void> {
  await expect.poll(isSo, { timeout: 30_000, interval: 100 }).toBe(true);
}

it("a webhook that was accepted is answered by the worker without anybody's help, one that waits is looked at again", async () => {
  const approved = await on.asked((await on.approvedRelease()).commit);
  const waiting = await on.asked((await readyRelease(on.pipeline)).commit);
  const worker = await startWorker();
  try {
    await until(async () => (await on.stored(approved)).state === "approved");
    await until(async () => (await on.stored(waiting)).reports === 1);
    await until(async () => (await waitingJobs(database.web, { requestId: waiting })) === 1);
  } finally {
    await worker.stop();
  }
  const { rows } = await database.web.query(
    "select extract(epoch from start_after - created_on)::int as s from job_queue.job where state = 'created' and data @> $1",
    [JSON.stringify({ requestId: waiting })],
  );
  expect(rows).toEqual([{ s: judgedAgainAfter(0) }]);
  expect(await waitingJobs(database.web, { requestId: approved })).toBe(0);
});

it("a job that failed stays in the queue, to be run again later", async () => {
  on.peer.next.push(503);
  const requestId = await on.asked((await on.approvedRelease()).commit);
  const worker = await startWorker();
  try {
    await until(async () => on.peer.next.length === 0);
    await until(async () => (await waitingJobs(database.web, { requestId })) === 1);
  } finally {
    await worker.stop();
  }
  const { rows } = await database.web.query("select retry_limit, retry_backoff from job_queue.job where data @> $1", [
    JSON.stringify({ requestId }),
  ]);
  expect(rows).toEqual([{ retry_limit: 10_000, retry_backoff: true }]);
});

it("a transaction that is rolled back leaves no job", async () => {
  await readyToEnqueue();
  const { tenantId } = on.tenant;
  const requestId = "01900000-0000-7000-8000-000000000001";
  const cancelled = transaction({ tenantId }, async (tx) => {
    await enqueue(tx, "judge-deployment", { tenantId, requestId }, { key: requestId });
    throw new Error("changed my mind");
  });
  await expect(cancelled).rejects.toThrow("changed my mind");
  expect(await waitingJobs(database.web, { requestId })).toBe(0);
});

it("the app's role works the queue and cannot change its tables", async () => {
  for (const statement of [
    "drop table job_queue.job",
    "create table job_queue.mine (id int)",
    "truncate job_queue.job",
  ]) {
    await expect(database.web.query(statement)).rejects.toMatchObject({ code: "42501" });
  }
});
