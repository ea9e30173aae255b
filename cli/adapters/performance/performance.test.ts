import { describe, expect, it } from "vitest";
import type { Adapter } from "../adapter";
import { ofFixture, ofText, refusalOf } from "../testing/recorder";
import { autocannon } from "./autocannon";
import { hey } from "./hey";
import { k6 } from "./k6";
import { locust } from "./locust";
import { pytestBenchmark } from "./pytest-benchmark";

describe("numbers of real reports, in milliseconds and rates", () => {
  it.each<[Adapter, string, object]>([
    [
      pytestBenchmark,
      "with-data.json",
      { latencyP50Ms: 2.0843644997512456, latencyP95Ms: 2.0909595004923176, latencyP99Ms: 2.091219999783789 },
    ],
    [k6, "handle-summary.json", { latencyP50Ms: 55.25, latencyP95Ms: 180.75, latencyP99Ms: 350.125, errorRate: 0.025 }],
    [k6, "summary-export.json", { latencyP50Ms: 55.25, latencyP95Ms: 180.75, errorRate: 0.025 }],
    [locust, "run_stats.csv", { latencyP50Ms: 13, latencyP95Ms: 22, latencyP99Ms: 25, errorRate: 18 / 644 }],
    [autocannon, "ok.json", { latencyP50Ms: 11, latencyP95Ms: 20, latencyP99Ms: 20, errorRate: 0 }],
    [autocannon, "flaky.json", { latencyP50Ms: 9, latencyP95Ms: 20, latencyP99Ms: 21, errorRate: 0.1 }],
    // 948 sent, 849 answered, 5 under way at the end: 94 were cut, though autocannon itself tells of no error.
    [autocannon, "reset.json", { latencyP50Ms: 108, latencyP95Ms: 228, latencyP99Ms: 250, errorRate: 94 / 943 }],
    [autocannon, "refused.json", { errorRate: 1 }],
    [hey, "ok.txt", { latencyP50Ms: 11.5, latencyP95Ms: 20.5, latencyP99Ms: 28, errorRate: 0 }],
    [hey, "flaky.txt", { latencyP50Ms: 10, latencyP95Ms: 20.3, latencyP99Ms: 21.5, errorRate: 0.1 }],
    [hey, "reset.txt", { latencyP50Ms: 12, latencyP95Ms: 20.2, latencyP99Ms: 21.7, errorRate: 1 / 200 }],
    [hey, "refused.txt", { errorRate: 1 }],
    [hey, "flaky.csv", { latencyP50Ms: 9.9, latencyP95Ms: 19.9, latencyP99Ms: 20.9 }],
    [hey, "reset.csv", { latencyP50Ms: 11.7, latencyP95Ms: 20, latencyP99Ms: 20.4 }],
  ])("$name %s", async (adapter, file, expected) => {
    expect((await ofFixture(adapter, file)).performance).toEqual([expected]);
  });

  it("makes each benchmark a test that passed, and invents no percentile", async () => {
    const { tests, performance } = await ofFixture(pytestBenchmark, "without-data.json");
    expect(tests.map(({ name, file, execution }) => [name, file, execution])).toEqual([
      ["test_hash", "test_bench.py", "passed"],
      ["test_sleepy", "test_bench.py", "passed"],
    ]);
    expect(performance).toEqual([{ latencyP50Ms: expect.closeTo(2.1117, 4) }]);
  });

  it.each(["handle-summary.json", "summary-export.json"])(
    "k6 %s: checks are tests, crossed thresholds violations",
    async (file) => {
      const { tests, violations } = await ofFixture(k6, file);
      expect(tests).toHaveLength(2);
      expect(tests).toContainEqual({ name: "status is 200", execution: "passed" });
      expect(tests).toContainEqual({
        name: "order is accepted",
        group: "checkout",
        execution: "failed",
        message: "failed 3 of 120 times",
      });
      const crossed = file === "handle-summary.json" ? "p(99)<300" : "p(90)<100";
      expect(violations).toEqual([`k6 threshold was crossed: http_req_duration ${crossed}`]);
    },
  );

  it.each<[Adapter, string, number]>([
    [k6, "handle-summary.json", 30.0255],
    [autocannon, "ok.json", 2.01],
    [hey, "ok.txt", 0.3041],
  ])("tells how long $name ran", async (adapter, file, seconds) => {
    expect((await ofFixture(adapter, file)).seconds).toBeCloseTo(seconds, 6);
  });
});

describe("what a report leaves out stays unknown", () => {
  const benchmark = (name: string, stats: object) => ({ name, fullname: `t.py::${name}`, stats });
  it("pytest-benchmark: a benchmark without its data may be the slowest", async () => {
    const benchmarks = [benchmark("a", { median: 0.1, data: [0.1, 0.2] }), benchmark("b", { median: 0.3 })];
    const { performance } = await ofText(pytestBenchmark, { benchmarks });
    expect(performance).toEqual([{ latencyP50Ms: 300 }]);
  });

  it("pytest-benchmark: the slowest benchmark is the suite's", async () => {
    const benchmarks = [
      benchmark("a", { median: 0.001, data: [0.001, 0.9] }),
      benchmark("b", { median: 0.25, data: [0.25, 0.5] }),
    ];
    const { performance } = await ofText(pytestBenchmark, { benchmarks });
    expect(performance).toEqual([{ latencyP50Ms: 250, latencyP95Ms: 900, latencyP99Ms: 900 }]);
  });

  const root_group = { name: "", path: "", id: "x", groups: [], checks: [] };
  it.each([
    ["no request", { http_req_failed: { values: { rate: 0, passes: 0, fails: 0 } } }, []],
    ["other percentiles", { http_req_duration: { values: { med: 3, "p(90)": 4 } } }, [{ latencyP50Ms: 3 }]],
    ["no HTTP at all", { iterations: { values: { count: 1 } } }, []],
  ])("k6: %s", async (_what, metrics, expected) => {
    const told = await ofText(k6, { root_group, metrics });
    expect(told.performance).toEqual(expected);
    expect(told.tested).toBe(false);
  });

  it("locust: percentiles that it does not know", async () => {
    const text = "Type,Name,Request Count,Failure Count,50%,95%,99%\n,Aggregated,2,2,N/A,N/A,N/A\n";
    expect((await ofText(locust, text)).performance).toEqual([{ errorRate: 1 }]);
  });

  it("hey: how the responses ended that it does not tell of", async () => {
    const text = summary("  [200]\t1000000 responses\n", { total: "10.0000", rate: "200000.0000" });
    expect((await ofText(hey, text)).performance).toEqual([{ latencyP95Ms: 20 }]);
  });
});

function summary(statuses: string, { total = "1.0000", rate = "100.0000" } = {}): string {
  return `\nSummary:\n  Total:\t${total} secs\n  Requests/sec:\t${rate}\n\nLatency distribution:\n  95% in 0.0200 secs\n\nStatus code distribution:\n${statuses}\n`;
}

describe("errors", () => {
  it.each([
    ["a redirect is none", "  [200]\t90 responses\n  [301]\t10 responses\n", 0],
    ["client and server errors are", "  [404]\t10 responses\n  [503]\t10 responses\n  [200]\t80 responses\n", 0.2],
    ["so is what got no response", "  [200]\t90 responses\n\nError distribution:\n  [10]\tGet: EOF\n", 0.1],
  ])("hey: %s", async (_what, statuses, expected) => {
    expect((await ofText(hey, summary(statuses))).performance[0]?.errorRate).toBe(expected);
  });

  it("hey: each of several runs in one file is told", async () => {
    const text = summary("  [200]\t100 responses\n") + summary("  [500]\t100 responses\n");
    expect((await ofText(hey, text)).performance.map(({ errorRate }) => errorRate)).toEqual([0, 1]);
  });

  const run = { connections: 1, duration: 1, errors: 0, non2xx: 0, latency: { p50: 1, p97_5: 2, p99: 3 } };
  it.each([
    ["a redirect is none", { non2xx: 10, "3xx": 10, requests: { total: 10 } }, 0],
    ["a wrong body is one", { mismatches: 5, requests: { total: 10 } }, 0.5],
    ["an error is a request more", { errors: 10, requests: { total: 30 } }, 0.25],
    ["none is counted twice", { mismatches: 10, non2xx: 10, requests: { total: 10 } }, 1],
  ])("autocannon: %s", async (_what, part, expected) => {
    expect((await ofText(autocannon, { ...run, ...part })).performance[0]?.errorRate).toBe(expected);
  });
});

describe("what is no complete report is refused, naming the file", () => {
  const stats = "Type,Name,Request Count,Failure Count,50%,95%,99%\n";
  it.each<[string, Adapter, string | object, RegExp]>([
    ["no benchmark", pytestBenchmark, { machine_info: {}, benchmarks: [] }, /no benchmark/],
    ["benchmarks that are no list", pytestBenchmark, { benchmarks: "none" }, /must be array/],
    ["a benchmark without statistics", pytestBenchmark, { benchmarks: [{ name: "a", fullname: "a" }] }, /stats/],
    [
      "a negative time",
      pytestBenchmark,
      { benchmarks: [{ name: "a", fullname: "a", stats: { median: -1 } }] },
      /median/,
    ],
    ["no metrics", k6, { root_group: { name: "" } }, /no complete k6 summary/],
    ["no checks' group", k6, { metrics: {} }, /no complete k6 summary/],
    ["metrics that are a list", k6, { root_group: { name: "" }, metrics: [] }, /must be object/],
    ["a check without counts", k6, { root_group: { name: "", checks: [{ name: "a" }] }, metrics: {} }, /passes/],
    [
      "an unreadable threshold",
      k6,
      { root_group: { name: "" }, metrics: { a: { thresholds: { b: "ok" } } } },
      /thresholds/,
    ],
    ["no row over all", locust, `${stats}GET,/,1,0,1,1,1\n`, /Aggregated/],
    ["a row that was cut", locust, `${stats},Aggregated,1,0,1`, /line 2: has 5 cells instead of 7/],
    ["a word for a number", locust, `${stats},Aggregated,many,0,1,1,1\n`, /line 2: Request Count is no number/],
    ["no request", locust, `${stats},Aggregated,0,0,N/A,N/A,N/A\n`, /no request was made/],
    ["more failures than requests", locust, `${stats},Aggregated,1,2,1,1,1\n`, /more failures/],
    ["a quote without end", locust, `${stats},"Aggregated,1,2,1,1,1\n`, /quoted cell/],
    ["no column of failures", locust, "Type,Name,Request Count\n,Aggregated,1\n", /Failure Count is missing/],
    ["no figures", autocannon, { connections: 1 }, /report: .*expected number/],
    ["nothing done", hey, summary(""), /no request was made/],
    ["a summary that was cut", hey, "\nSummary:\n  Total:\t1.0 secs\n  Requests/sec:\t9.0\n", /ends too early/],
    ["statuses that were cut", hey, summary("  [200]\t50 responses\n"), /does not tell how every request ended/],
    ["another text", hey, "hello\n", /no summary/],
    ["no response", hey, "response-time,DNS+dialup,DNS,status-code\n", /no response/],
    ["empty", hey, "", /no summary/],
    ["empty", locust, "", /is empty/],
    ["empty", k6, "", /is empty/],
  ])("%s ($name)", async (_what, adapter, content, reason) => {
    const error = await refusalOf(adapter, content);
    expect(error.message).toMatch(/^report:/);
    expect(error.message).toMatch(reason);
    expect(error.exitCode).toBe(3);
  });
});
