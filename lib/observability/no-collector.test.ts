import { afterAll, expect, it } from "vitest";
import { evaluateRelease } from "@/lib/registry/gate/evaluate";
import { call } from "@/lib/testing/http";
import { openDatabase } from "@/lib/testing/registry";
import { newRelease } from "@/lib/testing/release";
import { newTenant, newToken } from "@/lib/testing/tenant";
import { startTelemetry } from "./telemetry";

openDatabase();

const sdk = startTelemetry();
afterAll(() => sdk.shutdown());

const REAL_TRACE = /^(?!0{32})[0-9a-f]{32}$/;

it("without a collector, decisions and problems still name a trace of their own", async () => {
  const { actor, text } = await newToken(await newTenant());
  const { id: releaseId } = await newRelease(actor);
  const decisions = [1, 2].map(() => evaluateRelease({ actor }, { releaseId }));
  const [first, second] = (await Promise.all(decisions)).map(({ traceId }) => traceId);
  expect(first).toMatch(REAL_TRACE);
  expect(second).toMatch(REAL_TRACE);
  expect(first).not.toBe(second);
  const { problem } = await call("GET", "/api/v1/releases/none", { token: text });
  expect(problem.traceId).toMatch(REAL_TRACE);
});
