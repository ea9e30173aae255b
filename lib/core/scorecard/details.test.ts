import { describe, expect, it } from "vitest";
import { runUrlOf, suiteDetails } from "./details";
import { parseScorecard } from "./parse";

const told = {
  description: "Talks to a real database.",
  blocking: false,
  thresholds: { max_flake_rate: 0.1, max_vulnerabilities: { high: 0 } },
  failures: [{ name: "keeps the order", group: "Queue", message: "expected 1, got 2", excerpt: "at queue.ts:7" }],
  attempts: 2,
  error_budget_burn: 1.5,
};
const expected = {
  name: "end-to-end",
  description: told.description,
  blocking: false,
  thresholds: told.thresholds,
  failures: told.failures,
  attempts: 2,
  notRun: null,
  errorBudgetBurn: 1.5,
};
const nothing = {
  description: null,
  blocking: null,
  thresholds: null,
  failures: [],
  attempts: null,
  notRun: null,
  errorBudgetBurn: null,
};
const at = { generated_at: "2025-10-01T12:00:00Z" };

describe("what a stored document says about its suites", () => {
  it("is the same from both wire forms, under the names of the model", () => {
    const playbook = { release: "1", ...at, suites: [{ name: "E2E", status: "failed", ...told }] };
    const runner = { run_id: "r", ...at, suites: [{ suite: "e2e", passed: false, ...told }] };
    for (const document of [playbook, runner]) {
      expect(suiteDetails(document)).toEqual([expected]);
      expect(parseScorecard(document).suites.map(({ name }) => name)).toEqual(["end-to-end"]);
    }
  });

  it("tells why a suite did not run", () => {
    const suites = [{ suite: "security", passed: false, not_run: "unit failed before it" }];
    expect(suiteDetails({ run_id: "r", ...at, suites })).toEqual([
      { ...nothing, name: "security", notRun: "unit failed before it" },
    ]);
  });

  it("is nothing, rather than an error, for what an older or stranger document holds", () => {
    const suites = [
      { name: "unit", status: "passed", thresholds: { max_moon_phase: 1 }, failures: "many", attempts: -1 },
      { status: "passed" },
    ];
    expect(suiteDetails({ suites })).toEqual([{ ...nothing, name: "unit" }]);
    for (const document of [null, [], 7, {}, { suites: null }, { suites: [null] }]) {
      expect(suiteDetails(document)).toEqual([]);
    }
  });
});

describe("the address of a run", () => {
  it.each([
    ["https://ci.example.com/runs/7", "https://ci.example.com/runs/7"],
    ["javascript:alert(1)", null],
    ["not an address", null],
    [undefined, null],
  ])("%s", (run_url, url) => {
    expect(runUrlOf({ run_url })).toBe(url);
  });
});
