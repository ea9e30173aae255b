import type { Suite, VulnerabilityCounts } from "@/lib/core/scorecard/model";
import { measured } from "./figures";

/** What a suite measures beside its tests, a line each: latencies, error rate, vulnerabilities, cost. */
export function measuresOf(suite: Suite, burn: number | null): string[] {
  const latencies = [
    ["P50", suite.latencyP50Ms],
    ["P95", suite.latencyP95Ms],
    ["P99", suite.latencyP99Ms],
  ] as const;
  return [
    latencies.flatMap(([name, value]) => (value === null ? [] : [`${name} ${measured(value, "ms")}`])).join(", "),
    suite.errorRate === null ? "" : `${measured(suite.errorRate, "rate")} errors`,
    burn === null ? "" : `${measured(burn, "times")} the error budget`,
    suite.vulnerabilities ? vulnerabilitiesText(suite.vulnerabilities) : "",
    suite.costUsd === null ? "" : `${measured(suite.costUsd, null)} USD`,
  ].filter(Boolean);
}

function vulnerabilitiesText(counts: VulnerabilityCounts): string {
  const found = (["critical", "high", "medium", "low"] as const).filter((severity) => counts[severity] > 0);
  if (found.length === 0) return "no vulnerability";
  return `vulnerabilities: ${found.map((severity) => `${counts[severity]} ${severity}`).join(", ")}`;
}
