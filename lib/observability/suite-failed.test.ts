import { trace } from "@opentelemetry/api";
import { NodeSDK } from "@opentelemetry/sdk-node";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { submitScorecard } from "@/lib/registry/scorecard/submit";
import { failedScorecardDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { newRelease } from "@/lib/testing/release";
import { newTenant, newToken, type TestToken } from "@/lib/testing/tenant";
import { log } from "./log";

openDatabase();

type Ended = { name: string; events: { name: string; attributes?: Record<string, unknown> }[] };
const ended: Ended[] = [];
const keep = {
  onStart() {},
  onEnd: (span: Ended) => ended.push(span),
  forceFlush: async () => {},
  shutdown: async () => {},
};
const sdk = new NodeSDK({ spanProcessors: [keep], metricReaders: [], logRecordProcessors: [] });
const warned = vi.spyOn(log, "warn").mockImplementation(() => {});
let token: TestToken;

beforeAll(async () => {
  sdk.start();
  token = await newToken(await newTenant());
});
beforeEach(() => {
  warned.mockClear();
  ended.length = 0;
});
afterAll(async () => {
  await sdk.shutdown();
  warned.mockRestore();
});

/** Submits within a span, as the API does, and says which events that span had. */
async function submit(more: { idempotencyKey?: string; clock?: () => Date } = {}, times = 1) {
  const release = await newRelease(token.actor);
  const { service, environment, commit } = release;
  const input = { service, environment, commit, document: failedScorecardDocument(release) };
  await trace.getTracer("test").startActiveSpan("http.request", async (span) => {
    for (let time = 0; time < times; time += 1) await submitScorecard({ actor: token.actor, ...more }, input);
    span.end();
  });
  return ended.find(({ name }) => name === "http.request")?.events ?? [];
}

it("a failed suite is told to the request's trace and to the log, once it is stored", async () => {
  const events = await submit();
  expect(events.map(({ name, attributes }) => [name, attributes])).toEqual([
    [
      "readiness.suite_failed",
      {
        "readiness.service": "service-api",
        "readiness.suite": "unit",
        "readiness.owner": "platform",
        "readiness.run.id": expect.stringMatching(/^failed-/),
        "deployment.environment.name": "production",
      },
    ],
  ]);
  expect(warned.mock.calls).toEqual([
    [
      expect.objectContaining({
        tenant: token.actor.tenantId,
        environment: "production",
        command: "scorecard.submit",
        artifact: expect.stringMatching(/^failed-/),
        trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
        span_id: expect.stringMatching(/^[0-9a-f]{16}$/),
        outcome: "failed",
        owner: "platform",
        service: "service-api",
        suite: "unit",
      }),
      "readiness.suite_failed",
    ],
  ]);
});

it("is told once, however often the scorecard is sent", async () => {
  expect(await submit({}, 2)).toHaveLength(1);
  expect(await submit({ idempotencyKey: "same" }, 2)).toHaveLength(1);
});

it("is no news when the sample stages it in the past", async () => {
  expect(await submit({ clock: () => new Date() })).toEqual([]);
  expect(warned).not.toHaveBeenCalled();
});
