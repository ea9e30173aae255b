import { expect, it } from "vitest";
import { parseTestResults } from "@/lib/core/test-results/parse";
import type { TestResult } from "@/lib/core/test-results/wire";
import { MAX_BODY_BYTES } from "@/lib/web/body";
import { testsDocument } from "./tests-document";

const about = { runId: "r", commit: "a".repeat(40), environment: "staging", ranAt: "2025-10-01T12:00:00Z" };

it("lists the suites that have tests, as the core accepts them", () => {
  const tests: TestResult[] = [{ name: "a", group: "g", file: "f", outcome: "flaky", duration_ms: 1.5 }];
  const document = testsDocument(about, [
    { suite: "unit", tests },
    { suite: "security", tests: [] },
  ]);
  expect(parseTestResults(document).suites).toEqual([{ suite: "unit", tests }]);
});

it("is none where no test was reported, because a document without tests says nothing", () => {
  expect(testsDocument(about, [{ suite: "unit", tests: [] }])).toBeNull();
});

it("stays within what the server takes; what failed or was flaky is left out last", () => {
  const of = (outcome: TestResult["outcome"], count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `${outcome} ${index} ${"n".repeat(90)}`, outcome }));
  const tests = [...of("passed", 60_000), ...of("failed", 1000), ...of("flaky", 1000)];
  const document = testsDocument(about, [{ suite: "unit", tests }]);
  const kept = document?.suites[0]?.tests ?? [];
  expect(kept.filter(({ outcome }) => outcome !== "passed")).toHaveLength(2000);
  expect(kept.length).toBeGreaterThan(20_000);
  expect(Buffer.byteLength(JSON.stringify(document, null, 2))).toBeLessThan(MAX_BODY_BYTES);
});
