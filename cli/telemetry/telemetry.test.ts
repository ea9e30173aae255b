import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { Collector } from "../testing/collector";
import { testIo } from "../testing/io";
import { currentSpan, tracingHeaders } from "./context";
import { openTelemetry } from "./telemetry";

const opened: Collector[] = [];
async function collector(answer?: Parameters<typeof Collector.answering>[0]): Promise<Collector> {
  const started = await Collector.answering(answer);
  opened.push(started);
  return started;
}
afterEach(async () => {
  for (const each of opened.splice(0)) await each.stop();
});
const QUICK = { OTEL_EXPORTER_OTLP_TIMEOUT: "200" };
const SECRET = "Bearer very-secret";

describe("what a collector gets", () => {
  it("spans as they were nested, with attributes, events and errors", async () => {
    const to = await collector();
    const { io } = testIo({ env: to.env });
    const telemetry = await openTelemetry(io, { "readiness.service": "service-api" });
    const answer = await telemetry.span("readiness.run", { suites: 2 }, async (run) => {
      await Promise.all([
        telemetry.span("readiness.suite", { suite: "unit" }, async (suite) => {
          suite.setAttributes({ passed: true, failing: ["a", "b"] });
          suite.addEvent("rehearsal.checked", { stale: false });
        }),
        telemetry.span("readiness.suite", { suite: "e2e" }, async (suite) => suite.fail("2 tests failed")),
      ]);
      return run.traceId;
    });
    expect(await telemetry.close()).toEqual({ exported: true, reason: null });
    const [unit, e2e, root] = to.spans();
    expect(root).toMatchObject({
      name: "readiness.run",
      traceId: answer,
      attributes: { suites: 2 },
      status: { code: 0 },
    });
    expect(root?.parentSpanId).toBeUndefined();
    expect(unit).toMatchObject({
      parentSpanId: root?.spanId,
      traceId: answer,
      attributes: { suite: "unit", passed: true, failing: ["a", "b"] },
      events: [{ name: "rehearsal.checked", attributes: { stale: false } }],
    });
    expect(e2e).toMatchObject({ parentSpanId: root?.spanId, status: { code: 2, message: "2 tests failed" } });
    expect(root?.resource).toMatchObject({ "service.name": "readiness-cli", "readiness.service": "service-api" });
  });

  it("an error that a span ends with, which goes on to whoever asked", async () => {
    const to = await collector();
    const telemetry = await openTelemetry(testIo({ env: to.env }).io, {});
    const broken = telemetry.span("readiness.run", {}, async () => {
      throw new RangeError("out of range");
    });
    await expect(broken).rejects.toThrow("out of range");
    await telemetry.close();
    expect(to.spans()).toMatchObject([
      { status: { code: 2, message: "out of range" }, attributes: { "error.type": "RangeError" } },
    ]);
  });

  it("metric points with value, unit, attributes and the time at which they were measured", async () => {
    const to = await collector();
    const { io } = testIo({ env: to.env, now: new Date("2025-10-01T12:00:00.250Z") });
    const telemetry = await openTelemetry(io, {});
    telemetry.metric("readiness.passed", 1);
    telemetry.metric("readiness.duration_seconds", 2.5, { unit: "s", attributes: { suite: "unit" } });
    telemetry.metric("readiness.duration_seconds", 3, { unit: "s", timestamp: "2025-10-01T11:00:00Z" });
    expect(telemetry.points()).toEqual([
      { name: "readiness.passed", value: 1, timestamp: "2025-10-01T12:00:00.250Z" },
      {
        name: "readiness.duration_seconds",
        value: 2.5,
        unit: "s",
        attributes: { suite: "unit" },
        timestamp: "2025-10-01T12:00:00.250Z",
      },
      { name: "readiness.duration_seconds", value: 3, unit: "s", timestamp: "2025-10-01T11:00:00Z" },
    ]);
    expect(await telemetry.close()).toEqual({ exported: true, reason: null });
    expect(to.points()).toEqual([
      { name: "readiness.passed", unit: "", value: 1, at: "2025-10-01T12:00:00.250Z", attributes: {} },
      {
        name: "readiness.duration_seconds",
        unit: "s",
        value: 2.5,
        at: "2025-10-01T12:00:00.250Z",
        attributes: { suite: "unit" },
      },
      { name: "readiness.duration_seconds", unit: "s", value: 3, at: "2025-10-01T11:00:00.000Z", attributes: {} },
    ]);
  });

  it("nothing twice: a second close tells what the first did", async () => {
    const { env, received } = await collector();
    const telemetry = await openTelemetry(testIo({ env }).io, {});
    telemetry.metric("readiness.passed", 1);
    expect([await telemetry.close(), await telemetry.close()]).toEqual([
      { exported: true, reason: null },
      { exported: true, reason: null },
    ]);
    expect(received).toHaveLength(1);
  });

  it("the headers that the environment gives, at the address of each signal", async () => {
    const { address, received } = await collector();
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${address}/base/`,
      OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: `${address}/own`,
      OTEL_EXPORTER_OTLP_HEADERS: `authorization=${encodeURIComponent(SECRET)},x-team=core`,
      OTEL_EXPORTER_OTLP_METRICS_HEADERS: "x-team=metrics",
    };
    const { io, output } = testIo({ env });
    const telemetry = await openTelemetry(io, {});
    await telemetry.span("a", {}, async () => telemetry.metric("b", 1));
    await telemetry.close();
    const got = received.map(({ url, headers }) => [url, headers.authorization, headers["x-team"]]);
    expect(got.toSorted()).toEqual([
      ["/base/v1/traces", SECRET, "core"],
      ["/own", SECRET, "metrics"],
    ]);
    expect(output()).toBe("");
  });
});

describe("traces go on across processes", () => {
  const parent = { traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331" };
  const TRACEPARENT = `00-${parent.traceId}-${parent.spanId}-01`;

  it("below the span that started this process, and on to the server and to children", async () => {
    const to = await collector();
    const telemetry = await openTelemetry(testIo({ env: { ...to.env, TRACEPARENT } }).io, {});
    expect(tracingHeaders()).toEqual({});
    await telemetry.span("operation.execute", {}, async ({ traceId, traceparent }) => {
      const spanId = currentSpan()?.spanId ?? "";
      expect(traceId).toBe(parent.traceId);
      expect(traceparent).toBe(`00-${parent.traceId}-${spanId}-01`);
      expect(tracingHeaders()).toEqual({ traceparent, "x-trace-id": parent.traceId, "x-span-id": spanId });
    });
    await telemetry.close();
    expect(to.spans()).toMatchObject([{ traceId: parent.traceId, parentSpanId: parent.spanId }]);
  });

  it.each(["", "garbage", `00-${"0".repeat(32)}-${parent.spanId}-01`, `ff-${parent.traceId}-${parent.spanId}-01`])(
    "a TRACEPARENT %j starts a trace of its own",
    async (text) => {
      const telemetry = await openTelemetry(testIo({ env: { TRACEPARENT: text } }).io, {});
      await telemetry.span("a", {}, async ({ traceId }) => {
        expect(traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
        expect(traceId).not.toBe(parent.traceId);
      });
    },
  );
});

describe("a collector that fails changes nothing but one line of warning without secrets", () => {
  const headers = { OTEL_EXPORTER_OTLP_HEADERS: `authorization=${encodeURIComponent(SECRET)}` };
  async function outcome(env: Record<string, string>) {
    const { io, output } = testIo({ env: { ...QUICK, ...headers, ...env } });
    const telemetry = await openTelemetry(io, {});
    const result = await telemetry.span("readiness.run", {}, async () => {
      telemetry.metric("readiness.passed", 1);
      return "the result";
    });
    const closing = await telemetry.close();
    expect({ result, points: telemetry.points().length }).toEqual({ result: "the result", points: 1 });
    expect(output()).not.toContain("very-secret");
    return { ...closing, output: output() };
  }
  const warning = (reason: string) => `readiness: warning: telemetry was not exported: ${reason}\n`;

  it.each([400, 401, 403, 500])("that answers %i", async (status) => {
    const { env, host } = await collector((_, response) => response.writeHead(status).end(SECRET));
    const { exported, reason, output } = await outcome(env);
    expect({ exported, reason }).toEqual({ exported: false, reason: `${host}: answered ${status}` });
    expect(output).toBe(warning(`${host}: answered ${status}`));
  });

  it("that is busy", async () => {
    const { env, host } = await collector((_, response) => response.writeHead(503, { "retry-after": "3600" }).end());
    expect(await outcome(env)).toMatchObject({
      exported: false,
      reason: `${host}: is not ready (429, 502, 503 or 504)`,
    });
  });

  const drip = (response: ServerResponse) => {
    const timer = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(timer));
  };
  it.each([
    ["never answers", () => undefined],
    ["never ends its answer", drip],
  ])("that %s, whose connections are let go", async (_what, answer) => {
    const to = await collector((_, response) => void answer(response));
    const { exported, reason } = await outcome(to.env);
    expect(exported).toBe(false);
    expect(reason).toMatch(new RegExp(`^${to.host}: no answer (within 0.2 s|in time)$`));
    await to.abandoned();
  });

  it("that is not there", async () => {
    const to = await collector();
    await to.stop();
    expect(await outcome(to.env)).toMatchObject({
      exported: false,
      reason: `${to.host}: cannot be reached (ECONNREFUSED)`,
    });
  });

  it.each([
    ["that is no address", { OTEL_EXPORTER_OTLP_ENDPOINT: `${SECRET}@host` }, /ENDPOINT is not an http/],
    [
      "that speaks gRPC alone",
      { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4317", OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" },
      /only OTLP over HTTP/,
    ],
    [
      "whose certificate cannot be read",
      { OTEL_EXPORTER_OTLP_ENDPOINT: "https://127.0.0.1:1", OTEL_EXPORTER_OTLP_CERTIFICATE: "/no/such/file" },
      /the exporter failed/,
    ],
  ])("%s", async (_what, env, reason) => {
    const closing = await outcome(env);
    expect(closing.exported).toBe(false);
    expect(closing.reason).toMatch(reason);
  });

  it("that says yes and takes only a part", async () => {
    const part = { partialSuccess: { rejectedDataPoints: "1", errorMessage: SECRET } };
    const to = await collector((_, response) => response.writeHead(200).end(JSON.stringify(part)));
    expect(await outcome(to.env)).toMatchObject({
      exported: false,
      reason: "the collector rejected some of the points",
    });
  });

  it("one signal that arrives is not spoilt by the other, and points that arrived are known to have", async () => {
    const { env } = await collector(({ url }, response) =>
      response.writeHead(url === "/v1/traces" ? 500 : 200).end("{}"),
    );
    expect(await outcome(env)).toMatchObject({ exported: true, reason: expect.stringContaining("answered 500") });
  });
});

describe("nothing leaves the process", () => {
  it.each([
    ["without an endpoint", {}, null],
    ["when the SDK is disabled", { OTEL_SDK_DISABLED: "true" }, null],
    ["for a signal without exporter", { OTEL_TRACES_EXPORTER: "none", OTEL_METRICS_EXPORTER: "none" }, null],
  ])("%s", async (what, settings, reason) => {
    const { env, received } = await collector();
    const told = what === "without an endpoint" ? {} : { ...env, ...settings };
    const telemetry = await openTelemetry(testIo({ env: told }).io, {});
    await telemetry.span("a", {}, async () => telemetry.metric("b", 1));
    expect(await telemetry.close()).toEqual({ exported: false, reason });
    expect(received).toEqual([]);
    expect(telemetry.points()).toHaveLength(1);
  });
});
