import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { Collector } from "../testing/collector";
import * as evidence from "../testing/evidence";
import { run, Workspace } from "../testing/run";
import { answerJson, FakeServer } from "../testing/server";

let workspace: Workspace;
let server: FakeServer;
let collector: Collector;
beforeAll(async () => {
  server = await FakeServer.answering((_, response) =>
    answerJson(response, 201, { id: "m1", runId: "run-1", duplicate: false }),
  );
});
afterAll(() => server.stop());
beforeEach(async () => {
  [workspace, collector] = await Promise.all([Workspace.with(), Collector.answering()]);
  server.received.length = 0;
});
afterEach(() => Promise.all([workspace.remove(), collector.stop()]));

const timed = { ...evidence.metricsFile.metrics[0], timestamp: "2025-10-01T09:00:00Z", attributes: { suite: "unit" } };
const buffered = { ...evidence.metricsFile, metrics: [timed, { name: "error_rate", value: 0.5 }], exported: false };

async function submit(env: Record<string, string> = collector.env) {
  const told = { ...server.env, READINESS_SERVICE: "service-api", OTEL_EXPORTER_OTLP_TIMEOUT: "200", ...env };
  return run(["submit", "metrics", "m.json"], { cwd: workspace.folder, env: told, now: evidence.NOW });
}
const exportedIn = async () => ((await workspace.json("m.json")) as { exported?: boolean }).exported;

it("what was buffered reaches the collector too, each point at its own time, and the file says so", async () => {
  await workspace.write({ "m.json": buffered });
  expect(await submit()).toMatchObject({ code: 0, err: "" });
  const at = new Date(evidence.metricsFile.taken_at).toISOString();
  expect(collector.points()).toEqual([
    { name: "readiness.passed", value: 1, unit: "", at: "2025-10-01T09:00:00.000Z", attributes: { suite: "unit" } },
    { name: "error_rate", value: 0.5, unit: "", at, attributes: {} },
  ]);
  expect(collector.resources()).toContainEqual(
    expect.objectContaining({ "readiness.service": "service-api", "readiness.run.id": "run-1" }),
  );
  expect(await workspace.json("m.json")).toEqual({ ...buffered, exported: true });
});

it("what was exported is not sent to the collector again, and is the same submission to the server", async () => {
  await workspace.write({ "m.json": buffered });
  await submit();
  const points = collector.points().length;
  expect((await submit()).code).toBe(0);
  expect(collector.points()).toHaveLength(points);
  const [first, second] = server.received;
  expect(second?.body).toEqual(first?.body);
  expect(second?.headers["idempotency-key"]).toBe(first?.headers["idempotency-key"]);
  expect(first?.body).toMatchObject({ document: expect.not.objectContaining({ exported: expect.anything() }) });
});

it("a file that says nothing about its export goes to the server alone", async () => {
  await workspace.write({ "m.json": evidence.metricsFile });
  await submit();
  expect(collector.points()).toEqual([]);
  expect(server.received[0]?.body).toMatchObject({ document: evidence.metricsFile });
  expect(await workspace.json("m.json")).toEqual(evidence.metricsFile);
});

it("stays buffered while there is no collector, or one that fails", async () => {
  await workspace.write({ "m.json": buffered });
  expect(await submit({})).toMatchObject({ code: 0, err: "" });
  expect(await exportedIn()).toBe(false);
  await collector.stop();
  const { code, err } = await submit();
  expect({ code, exported: await exportedIn() }).toEqual({ code: 0, exported: false });
  expect(err).toContain("telemetry was not exported");
  collector = await Collector.answering();
});
