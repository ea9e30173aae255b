import { expect, it } from "vitest";
import { DomainError } from "@/lib/core/errors";
import { latestValues, parseMetrics } from "./parse";

const document = {
  run_id: "run-1",
  commit: "abcdef1",
  environment: "staging",
  taken_at: "2025-10-01T12:00:00Z",
  metrics: [
    { name: "readiness.passed", value: 0, timestamp: "2025-10-01T11:00:00Z" },
    { name: "readiness.passed", value: 1, timestamp: "2025-10-01T11:59:00Z" },
    { name: "readiness.passed", value: 0, timestamp: "2025-10-01T11:30:00Z" },
    { name: "error_rate", value: 0.5 },
    { name: "error_rate", value: 0.001 },
  ],
};

it("of several points with one name the latest counts, by time and then by order", () => {
  expect(latestValues(parseMetrics(document))).toEqual({ "readiness.passed": 1, error_rate: 0.001 });
});

it.each([
  ["commit", { ...document, commit: "HEAD" }],
  ["taken_at", { ...document, taken_at: "2025-10-01T12:00:00" }],
  ["metrics", { ...document, metrics: [] }],
  ["metrics[0].value", { ...document, metrics: [{ name: "a", value: Number.NaN }] }],
  ["metrics[0].value", { ...document, metrics: [{ name: "a", value: "1" }] }],
  ["extra", { ...document, extra: true }],
])("a bad %s is named", (path, bad) => {
  const failure = (() => {
    try {
      return parseMetrics(bad);
    } catch (error) {
      return error;
    }
  })();
  expect(failure).toBeInstanceOf(DomainError);
  expect((failure as DomainError).issues.map((issue) => issue.path)).toContain(path);
});
