import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { latestValues, parseMetrics } from "@/lib/core/metrics/parse";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import { reportOf, runSuites, type SuiteDraft, suiteWriting } from "../testing/readiness-run";
import { Workspace } from "../testing/run";

vi.setConfig({ testTimeout: 30_000 });
let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

const load = (p97_5: number, failed = 0) =>
  JSON.stringify({
    url: "http://localhost",
    connections: 10,
    duration: 5,
    errors: 0,
    timeouts: 0,
    non2xx: failed,
    latency: { p50: 10, p97_5, p99: 190 },
    requests: { total: 1000, sent: 1000 },
  });
const audit = (severities: string[]) =>
  JSON.stringify({
    matches: severities.map((severity, at) => ({
      vulnerability: { id: `CVE-2025-${at}`, severity },
      artifact: { name: "left-pad", version: "1.0" },
    })),
    source: {},
    descriptor: { name: "grype" },
  });
const performance = (text: string, differences: Partial<SuiteDraft> = {}) =>
  suiteWriting(text, { name: "performance", reports: [{ path: "report.xml", format: "autocannon" }], ...differences });
const suite = async () => parseScorecard(await workspace.json("readiness_scorecards/run-1.json")).suites[0];

it("a measurement is evidence without any test: the run itself counts as one", async () => {
  const thresholds = { max_p95_ms: 200, max_error_rate: 0.01, max_error_budget_burn: 1 };
  const { code } = await runSuites(workspace, [performance(load(150, 5), { thresholds, objective: 0.99 })]);
  expect(code).toBe(0);
  expect(await suite()).toMatchObject({ latencyP95Ms: 150, errorRate: 0.005, tests: { total: 1, passed: 1 } });
  expect((await reportOf(workspace)).suites[0]).toMatchObject({ error_budget_burn: 0.5, thresholds });
  const metrics = latestValues(parseMetrics(await workspace.json("readiness_metrics.json")));
  expect(metrics).toMatchObject({ "readiness.passed": 1, latency_p95_ms: 150, error_rate: 0.005, flake_rate: 0 });
});

it("a broken threshold is tried again, and the pass after it is a flake", async () => {
  const command = `if [ $READINESS_ATTEMPT = 1 ]; then echo '${load(300)}'; else echo '${load(150)}'; fi > report.xml`;
  const { code, out } = await runSuites(workspace, [
    performance("", { command, retries: 1, thresholds: { max_p95_ms: 200 } }),
  ]);
  expect(code).toBe(0);
  expect(out).toContain("P95 latency 300 ms is more than 200 ms; trying again");
  expect(await suite()).toMatchObject({ status: "passed", latencyP95Ms: 150, tests: { total: 1, flaky: 1 } });
});

it("errors that burn more than the budget break the threshold", async () => {
  const asked = { thresholds: { max_error_budget_burn: 1 }, objective: 0.999 };
  expect((await runSuites(workspace, [performance(load(150, 5), asked)])).code).toBe(1);
  expect((await suite())?.violations).toEqual(["error budget burn 5 is more than 1"]);
});

it("a scan that finds nothing is evidence, one that finds too much breaks the threshold of its severity", async () => {
  const security = (severities: string[]) =>
    suiteWriting(audit(severities), {
      name: "security",
      reports: [{ path: "report.xml", format: "grype" }],
      thresholds: { max_vulnerabilities: { critical: 0, medium: 1 } },
    });
  expect((await runSuites(workspace, [security([])])).code).toBe(0);
  const { code } = await runSuites(workspace, [security(["Critical", "Medium", "Low"])], {
    args: ["--run-id", "run-2"],
  });
  expect(code).toBe(1);
  const [found] = parseScorecard(await workspace.json("readiness_scorecards/run-2.json")).suites;
  expect(found?.vulnerabilities).toEqual({ critical: 1, high: 0, medium: 1, low: 1 });
  expect(found?.violations).toEqual(["number of critical vulnerabilities 1 is more than 0"]);
});
