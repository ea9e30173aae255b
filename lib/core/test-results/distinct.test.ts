import { describe, expect, it } from "vitest";
import { distinctTests } from "./distinct";
import type { TestOutcome, TestResult, TestResultsDocument } from "./wire";

const document = (...suites: [string, TestResult[]][]): TestResultsDocument => ({
  run_id: "run-1",
  commit: "a".repeat(40),
  environment: "staging",
  ran_at: "2025-10-01T12:00:00Z",
  suites: suites.map(([suite, tests]) => ({ suite, tests })),
});
const test = (name: string, more: Partial<TestResult> = {}): TestResult => ({ name, outcome: "passed", ...more });

describe("a test's identity", () => {
  it("is its suite, group, name and file: whatever differs makes another test", () => {
    const one = test("adds", { group: "Cart", file: "cart.test.ts" });
    const others = [
      test("adds", { group: "Basket", file: "cart.test.ts" }),
      test("adds", { group: "Cart", file: "other.test.ts" }),
      test("adds", { group: "Cart" }),
      test("Cart", { group: "adds", file: "cart.test.ts" }),
    ];
    expect(distinctTests(document(["unit", [one, ...others]], ["integration", [one]]))).toHaveLength(6);
  });

  it("stays the same from run to run, and under either name of a suite", () => {
    const [first] = distinctTests(document(["e2e", [test("signs in")]]));
    const [second] = distinctTests(document(["End to End", [test("signs in", { outcome: "failed", duration_ms: 5 })]]));
    expect(second?.key).toBe(first?.key);
    expect(first?.suite).toBe("end-to-end");
  });

  it("orders the tests, so that two submissions take their rows in one order", () => {
    const names = ["c", "a", "b"].map((name) => test(name));
    const forwards = distinctTests(document(["unit", names]));
    const backwards = distinctTests(document(["unit", names.toReversed()]));
    expect(forwards).toEqual(backwards);
    expect(forwards.map(({ key }) => key)).toEqual(forwards.map(({ key }) => key).sort());
  });
});

describe("a test that a document holds twice", () => {
  const merged = (...outcomes: TestOutcome[]) =>
    distinctTests(document(["unit", outcomes.map((outcome) => test("adds", { outcome }))]));

  it.each<[TestOutcome[], TestOutcome]>([
    [["passed", "failed"], "failed"],
    [["failed", "passed"], "failed"],
    [["flaky", "failed"], "failed"],
    [["passed", "flaky"], "flaky"],
    [["skipped", "passed"], "passed"],
    [["skipped", "skipped"], "skipped"],
    [["passed", "flaky", "skipped", "failed"], "failed"],
  ])("%j counts once, as %s: the worst stands", (outcomes, expected) => {
    expect(merged(...outcomes).map(({ outcome }) => outcome)).toEqual([expected]);
  });

  it("took as long as all its runs together, as far as that is known", () => {
    const times = (...durations: (number | undefined)[]) =>
      distinctTests(document(["unit", durations.map((duration_ms) => test("adds", { duration_ms }))]))[0]?.durationMs;
    expect(times(10.4, 20.4)).toBe(30);
    expect(times(undefined, 20)).toBe(20);
    expect(times(undefined, undefined)).toBeNull();
    expect(times(...Array.from({ length: 60 }, () => 86_400_000))).toBeLessThan(2 ** 31);
  });
});
