import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { NodeSDK } from "@opentelemetry/sdk-node";
import { afterAll, beforeAll, expect, it } from "vitest";
import { evaluateRelease } from "@/lib/registry/gate/evaluate";
import { call } from "@/lib/testing/http";
import { openDatabase } from "@/lib/testing/registry";
import { newApprovers, readyRelease, sign } from "@/lib/testing/release";
import { newTenant, newToken, type TestTenant, type TestToken } from "@/lib/testing/tenant";
import { startTelemetry } from "./telemetry";

openDatabase();

type Value = { stringValue?: string; boolValue?: boolean; arrayValue?: { values: { stringValue: string }[] } };
type Attribute = { key: string; value: Value };
type Span = {
  name: string;
  traceId: string;
  attributes: Attribute[];
  events?: { name: string; attributes: Attribute[] }[];
};
type Export = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };

/** An OTLP/HTTP receiver that keeps what it is sent. */
const spans: Span[] = [];
const waiting: { matches: (span: Span) => boolean; found: (span: Span) => void }[] = [];
let receiver: Server;
let sdk: NodeSDK;
let tenant: TestTenant;
let pipeline: TestToken;

function receive(text: string): void {
  const sent = JSON.parse(text) as Export;
  spans.push(...sent.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((each) => each.spans)));
  for (const { matches, found } of waiting) {
    const span = spans.find(matches);
    if (span) found(span);
  }
}

const arrivalOf = (matches: (span: Span) => boolean): Promise<Span> =>
  new Promise((found) => {
    const here = spans.find(matches);
    if (here) found(here);
    else waiting.push({ matches, found });
  });

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      receive(Buffer.concat(parts).toString("utf8"));
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((listening) => receiver.listen(0, "127.0.0.1", listening));
  const { port } = receiver.address() as AddressInfo;
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}`;
  process.env.OTEL_EXPORTER_OTLP_PROTOCOL = "http/json";
  process.env.OTEL_BSP_SCHEDULE_DELAY = "20";
  sdk = startTelemetry();
  tenant = await newTenant();
  pipeline = await newToken(tenant);
});

afterAll(async () => {
  await sdk.shutdown().catch(() => {});
  receiver.close();
});

const attributeOf = (attributes: Attribute[], key: string): Value | undefined =>
  attributes.find((attribute) => attribute.key === key)?.value;

it("each evaluation arrives at the collector as a span deployment.gate with its verdict and failing checks", async () => {
  const release = await readyRelease(pipeline.actor);
  const stored = await evaluateRelease({ actor: pipeline.actor }, { releaseId: release.id });
  expect(stored.traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
  const span = await arrivalOf(({ name, traceId }) => name === "deployment.gate" && traceId === stored.traceId);
  expect(attributeOf(span.attributes, "readiness.verdict")).toEqual({ stringValue: "reject" });
  expect(attributeOf(span.attributes, "readiness.failing_checks")?.arrayValue?.values).toEqual([
    { stringValue: "approvals.complete" },
  ]);
  expect(attributeOf(span.attributes, "readiness.release.id")).toEqual({ stringValue: release.id });
  const checked = span.events?.find(({ name }) => name === "rehearsal.checked");
  expect(attributeOf(checked?.attributes ?? [], "readiness.rehearsal.stale")).toEqual({ boolValue: false });
});

it("a request of the API is a span http.request with method, route and tenant, and a problem names its trace", async () => {
  const answer = await call("GET", "/api/v1/releases/none", { token: pipeline.text });
  const { traceId } = answer.problem;
  const span = await arrivalOf((each) => each.name === "http.request" && each.traceId === traceId);
  const [method, route, of] = ["method", "route", "tenant"].map(
    (key) => attributeOf(span.attributes, key)?.stringValue,
  );
  expect({ method, route, of }).toEqual({ method: "GET", route: "/api/v1/releases/{id}", of: tenant.tenantId });
});

it("with the collector gone, signing and evaluating go on", async () => {
  receiver.closeAllConnections();
  await new Promise((closed) => receiver.close(closed));
  const release = await readyRelease(pipeline.actor);
  const approvers = await newApprovers(tenant);
  await sign(approvers["change-board"], release, "change-board");
  const { verdict, traceId } = await evaluateRelease({ actor: pipeline.actor }, { releaseId: release.id });
  expect(verdict.verdict).toBe("reject");
  expect(traceId).toMatch(/^[0-9a-f]{32}$/);
});
