import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { measureLatency } from "./latency";

/** Measures a running server's API and writes the result as one suite of a scorecard. */
async function main(): Promise<void> {
  const server = process.env.READINESS_SERVER;
  const token = process.env.READINESS_TOKEN;
  if (!server || !token) throw new Error("Set READINESS_SERVER and READINESS_TOKEN to the server to measure.");
  const out = process.argv[2] ?? "reports/performance.json";
  const headers = { authorization: `Bearer ${token}` };
  const urls = [`${server}/api/v1/releases?limit=20`, `${server}/readyz`];
  await measureLatency(urls, headers, 40);
  const found = await measureLatency(urls, headers);
  const suite = {
    name: "performance",
    status: found.errorRate === 0 ? "passed" : "failed",
    duration: round(found.seconds),
    p50_latency_ms: round(found.p50Ms),
    p95_latency_ms: round(found.p95Ms),
    p99_latency_ms: round(found.p99Ms),
    error_rate: found.errorRate,
    tests: { total: found.requests, passed: found.requests, failed: 0, skipped: 0, flaky: 0 },
  };
  const failed = Math.round(found.errorRate * found.requests);
  suite.tests.failed = failed;
  suite.tests.passed -= failed;
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(suite, null, 2)}\n`);
  console.log(`${found.requests} requests, p95 ${round(found.p95Ms)} ms, error rate ${found.errorRate} → ${out}`);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

await main();
