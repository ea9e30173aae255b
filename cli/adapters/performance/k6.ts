import { z } from "zod";
import { badInput } from "../../exit";
import type { Adapter, Performance } from "../adapter";
import { asObject, jsonHead } from "../json-head";
import { expectKind, readJsonParts, shaped } from "../json-parts";
import { checksOf } from "./k6-checks";

const quantity = z.number().nonnegative();
const rate = z.number().min(0).max(1);
/** `handleSummary` says whether it is ok; --summary-export whether it was crossed. */
const thresholds = z.record(z.string(), z.union([z.boolean(), z.object({ ok: z.boolean() })]));
const metric = z.looseObject({ thresholds: thresholds.optional() });
const trend = z.object({ med: quantity.optional(), "p(95)": quantity.optional(), "p(99)": quantity.optional() });
const failed = z.object({ rate: rate.optional(), value: rate.optional(), passes: quantity, fails: quantity });
const state = z.object({ testRunDurationMs: quantity.optional() });

/**
 * The summary at the end of a k6 test: what `handleSummary` gets, or the file of --summary-export. A check is a test,
 * a crossed threshold a violation. Percentiles that `summaryTrendStats` leaves out are not known.
 */
export const k6: Adapter = {
  name: "k6",
  title: "k6 summary JSON",
  kind: "performance",
  detects(head) {
    const { root_group, metrics } = jsonHead(head);
    const isGroup = ["name", "path", "id"].every((key) => key in asObject(root_group));
    return isGroup || isK6Metrics(metrics);
  },
  async read(io, path, sink) {
    let hasRoot = false;
    let hasMetrics = false;
    const measured: Performance = {};
    await readJsonParts(io, path, {
      "$.root_group": (value, where) => {
        hasRoot = true;
        const checks = [...checksOf(value, where)];
        if (checks.length > 0) sink.tested();
        for (const check of checks) sink.test(check);
      },
      "$.state": (value, where) => {
        const { testRunDurationMs } = shaped(state, value, where);
        if (testRunDurationMs !== undefined) sink.duration(testRunDurationMs / 1000);
      },
      "$.metrics#": expectKind(["object"], () => {
        hasMetrics = true;
      }),
      "$.metrics.*": (value, where, name) => {
        for (const crossed of crossedThresholds(value, where, name))
          sink.violation(`k6 threshold was crossed: ${crossed}`);
      },
      "$.metrics.http_req_duration": (value, where) => Object.assign(measured, latencies(value, where)),
      "$.metrics.http_req_failed": (value, where) => Object.assign(measured, errorRate(value, where)),
    });
    if (!hasRoot || !hasMetrics) throw badInput(`${path}: is no complete k6 summary`);
    if (Object.keys(measured).length > 0) sink.performance(measured);
  },
};

/** Metrics that every run has, where the summary begins with them. */
function isK6Metrics(metrics: unknown): boolean {
  const { iterations, vus, data_sent, http_reqs } = asObject(metrics);
  return [iterations, vus, data_sent, http_reqs].filter((each) => typeof each === "object").length >= 2;
}

function crossedThresholds(value: unknown, where: string, name: string): string[] {
  return Object.entries(shaped(metric, value, where).thresholds ?? {})
    .filter(([, result]) => (typeof result === "boolean" ? result : !result.ok))
    .map(([threshold]) => `${name} ${threshold}`);
}

/** `handleSummary` puts the values one level deeper. */
const valuesOf = (value: unknown): unknown => asObject(value).values ?? value;

function latencies(value: unknown, where: string): Performance {
  const { med, "p(95)": p95, "p(99)": p99 } = shaped(trend, valuesOf(value), where);
  return {
    ...(med === undefined ? {} : { latencyP50Ms: med }),
    ...(p95 === undefined ? {} : { latencyP95Ms: p95 }),
    ...(p99 === undefined ? {} : { latencyP99Ms: p99 }),
  };
}

/** Not known where no request was made. `passes` counts those that failed, because failing is what it measures. */
function errorRate(value: unknown, where: string): Performance {
  const { rate, value: exported, passes, fails } = shaped(failed, valuesOf(value), where);
  const share = rate ?? exported;
  return passes + fails === 0 || share === undefined ? {} : { errorRate: share };
}
