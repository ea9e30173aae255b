import { NodeSDK } from "@opentelemetry/sdk-node";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { advanceRelease } from "@/lib/registry/release/advance";
import { releaseDetail } from "@/lib/registry/release/queries";
import { ARTIFACT } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { type Approvers, advanceToApproval, approveAll, newApprovers, readyRelease } from "@/lib/testing/release";
import { newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";

openDatabase();

type HrTime = [seconds: number, nanos: number];
type Ended = {
  name: string;
  attributes: Record<string, unknown>;
  startTime: HrTime;
  endTime: HrTime;
  status: { code: number; message?: string };
};
const ended: Ended[] = [];
const keep = {
  onStart() {},
  onEnd: (span: Ended) => ended.push(span),
  forceFlush: async () => {},
  shutdown: async () => {},
};
const sdk = new NodeSDK({ spanProcessors: [keep], metricReaders: [], logRecordProcessors: [] });
let tenant: TestTenant;
let actor: Actor;
let approvers: Approvers;

beforeAll(async () => {
  sdk.start();
  tenant = await newTenant();
  actor = (await newToken(tenant)).actor;
  approvers = await newApprovers(tenant);
});
beforeEach(() => {
  ended.length = 0;
});
afterAll(() => sdk.shutdown());

const rollouts = () => ended.filter(({ name }) => name === "deployment.execute");
const msOf = ([seconds, nanos]: HrTime) => seconds * 1000 + nanos / 1e6;
const production = (releaseId: string, status: string, more: object = {}) =>
  advanceRelease({ actor, ...more }, { releaseId, stage: "production", status, artifacts: [ARTIFACT] });

async function approved() {
  const release = await readyRelease(actor);
  await advanceToApproval(actor, release.id);
  await approveAll(approvers, release);
  return release;
}

it("a rollout is one span from its start to its finish, told when it ends and once", async () => {
  const { id, version } = await approved();
  await production(id, "running");
  expect(rollouts()).toEqual([]);
  const finished = { idempotencyKey: "finish" };
  for (let time = 0; time < 2; time += 1) await production(id, "succeeded", finished);
  await expect(production(id, "succeeded")).rejects.toMatchObject({ code: "conflict" });
  const release = await releaseDetail(tenant.admin, id);
  const [span, ...others] = rollouts();
  expect(others).toEqual([]);
  expect(span && msOf(span.startTime)).toBe(Date.parse(release.productionStartedAt ?? ""));
  expect(span && msOf(span.endTime)).toBe(Date.parse(release.releasedAt ?? ""));
  expect(span?.attributes).toEqual({
    tenant: tenant.tenantId,
    "readiness.release.id": id,
    "readiness.service": "service-api",
    "readiness.release.version": version,
    "deployment.environment.name": "production",
    "readiness.deployment.outcome": "succeeded",
    "readiness.deployment.duration_ms": span ? msOf(span.endTime) - msOf(span.startTime) : null,
    "readiness.decision.id": release.lastDecision?.id,
    "readiness.lead_time_seconds": release.leadTimeSeconds,
  });
});

it("a rollout that failed or was refused is an error, and says which", async () => {
  const { id } = await approved();
  await production(id, "running");
  await production(id, "failed");
  const waiting = await readyRelease(actor);
  await advanceToApproval(actor, waiting.id);
  await expect(production(waiting.id, "running")).rejects.toMatchObject({ code: "conflict" });
  expect(rollouts()).toMatchObject([
    { attributes: { "readiness.deployment.outcome": "failed" }, status: { code: 2, message: "failed" } },
    {
      attributes: { "readiness.deployment.outcome": "refused", "readiness.deployment.duration_ms": 0 },
      status: { code: 2, message: expect.stringContaining("The gate says no") },
    },
  ]);
});

it("what the sample stages in the past is no rollout of now", async () => {
  const { id } = await approved();
  const clock = () => new Date();
  await production(id, "running", { clock });
  await production(id, "succeeded", { clock });
  expect(rollouts()).toEqual([]);
});
