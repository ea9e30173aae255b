import { describe, expect, it } from "vitest";
import { MAX_TESTS, parseTestResults } from "./parse";

const test = { name: "adds", outcome: "passed" };
const document = {
  run_id: "run-1",
  commit: "a".repeat(40),
  environment: "staging",
  ran_at: "2025-10-01T12:00:00Z",
  suites: [{ suite: "unit", tests: [test] }],
};
const withTest = (change: Record<string, unknown>) => ({
  ...document,
  suites: [{ suite: "unit", tests: [{ ...test, ...change }] }],
});

describe("parseTestResults", () => {
  it("reads a document as it is", () => {
    expect(parseTestResults(document)).toEqual(document);
  });

  it.each([
    ["an unknown key", { ...document, colour: "red" }, "colour"],
    ["an unknown key of a test", withTest({ status: "passed" }), "suites[0].tests[0].status"],
    ["an unknown outcome", withTest({ outcome: "ok" }), "suites[0].tests[0].outcome"],
    ["a test without a name", withTest({ name: "" }), "suites[0].tests[0].name"],
    ["a negative time", withTest({ duration_ms: -1 }), "suites[0].tests[0].duration_ms"],
    ["a time that is no number", withTest({ duration_ms: Number.NaN }), "suites[0].tests[0].duration_ms"],
    ["a commit that is none", { ...document, commit: "main" }, "commit"],
    ["a time without a zone", { ...document, ran_at: "2025-10-01T12:00:00" }, "ran_at"],
    ["no suite", { ...document, suites: [] }, "suites"],
  ])("refuses %s, naming the place", (_, bad, path) => {
    try {
      parseTestResults(bad);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: "invalid", issues: [{ path }] });
    }
  });

  it("refuses more tests than one transaction should take", () => {
    const many = (count: number) => ({ suite: "unit", tests: Array.from({ length: count }, () => test) });
    const most = { ...document, suites: [many(MAX_TESTS / 2), many(MAX_TESTS / 2)] };
    expect(parseTestResults(most).suites).toHaveLength(2);
    const more = { ...most, suites: [...most.suites, many(1)] };
    expect(() => parseTestResults(more)).toThrow("200001 tests");
  });
});
