import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { Verdict } from "@/lib/core/gate/verdict";
import { Collector } from "../testing/collector";
import * as evidence from "../testing/evidence";
import { run, Workspace } from "../testing/run";
import { answerJson, FakeServer } from "../testing/server";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.with(evidence.approvingFiles);
});
afterAll(() => workspace.remove());
let collector: Collector;
beforeEach(async () => {
  collector = await Collector.answering();
});
afterEach(() => collector.stop());

const gate = (args: string[], env: Record<string, string>) =>
  run(args, { cwd: workspace.folder, now: evidence.NOW, env: { ...collector.env, ...env } });

it("offline, the verdict and the failing checks arrive in a span deployment.gate", async () => {
  const { code } = await gate(evidence.offlineArgs, {});
  expect(code).not.toBe(0);
  const [span, operation] = collector.spans();
  expect(operation).toMatchObject({ name: "operation.execute", attributes: { command: "gate", outcome: "ok" } });
  expect(span).toMatchObject({
    name: "deployment.gate",
    parentSpanId: operation?.spanId,
    status: { code: 2 },
    attributes: {
      "readiness.service": "service-api",
      "deployment.environment.name": "production",
      "readiness.release.version": "2025.10.01",
      "readiness.verdict": "waiver_required",
      "readiness.failing_checks": expect.arrayContaining(["telemetry.readiness_passed"]),
    },
  });
});

it("an approve is no error, and the checked rehearsal is an event and a point", async () => {
  const approving = await gate([...evidence.allArgs, "--json"], {});
  expect(approving.code).toBe(0);
  expect(collector.spans()[0]).toMatchObject({
    status: { code: 0 },
    attributes: { "readiness.verdict": "approve", "readiness.failing_checks": [] },
  });
  await workspace.write({ "strict.yml": evidence.configFile.replace("require_rehearsal: false", "") });
  await gate(["gate", "--manifest", "deploy/manifest.json", "--config", "strict.yml"], {});
  const judged = collector.spans().find(({ events }) => events.length > 0);
  expect(judged?.events).toMatchObject([
    { name: "rehearsal.checked", attributes: { "readiness.rehearsal.stale": true, "readiness.rehearsal.limit": "30" } },
  ]);
  expect(collector.points()).toMatchObject([
    {
      name: "rehearsal.checked",
      value: 0,
      attributes: { "readiness.service": "service-api", "deployment.environment.name": "production" },
    },
  ]);
});

it("asked of the server, the request is a part of the span", async () => {
  const { out } = await gate([...evidence.allArgs, "--json"], {});
  const decision = { decisionId: "d", verdict: JSON.parse(out) as Verdict, traceId: null };
  await FakeServer.during(
    (_, response) => answerJson(response, 200, decision),
    async (server) => {
      expect(await gate(["gate", "--release", "r"], server.env)).toMatchObject({ code: 0 });
      const span = collector.spans().findLast(({ name }) => name === "deployment.gate");
      expect(server.received[0]?.headers).toMatchObject({
        traceparent: `00-${span?.traceId}-${span?.spanId}-01`,
        "x-trace-id": span?.traceId,
        "x-span-id": span?.spanId,
      });
    },
  );
});

it("with the collector gone, the verdict and its exit code stay what they are", async () => {
  await collector.stop();
  const { code, out, err } = await gate(evidence.allArgs, { OTEL_EXPORTER_OTLP_TIMEOUT: "200" });
  expect({ code, out: out.slice(0, 4) }).toEqual({ code: 0, out: "GO: " });
  expect(err).toBe(
    `readiness: warning: telemetry was not exported: ${collector.host}: cannot be reached (ECONNREFUSED)\n`,
  );
  collector = await Collector.answering();
});
