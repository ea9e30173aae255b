import { readdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { readHead } from "./head";
import { ADAPTERS } from "./registry";
import { fixtures, readAttempts } from "./testing/attempts";

type Expected = {
  format: string;
  /** passed, failed, skipped, flaky */
  counts: [number, number, number, number];
  failures: string[];
  flaky?: string[];
  violations?: string[];
};

const PLAYWRIGHT_FAILURES = ["breaks", "fails", "fails in one project", "takes plain", "takes too long"];
const twice = (names: string[], once: string) => [...names, ...names.filter((name) => name !== once)].sort();
const playwright = {
  format: "playwright-json",
  counts: [13, 9, 4, 2] as Expected["counts"],
  failures: twice(PLAYWRIGHT_FAILURES, "fails in one project"),
  flaky: ["is second time lucky", "is second time lucky"],
};
const described: Record<string, string> = { breaks: "in series › breaks", "takes plain": "shapes › takes plain" };
const playwrightJunit = {
  ...playwright,
  format: "junit",
  failures: playwright.failures.map((name) => described[name] ?? name).sort(),
};
const pytest = {
  format: "junit",
  failures: [
    "test_errors_in_setup",
    "test_errors_in_teardown",
    "test_fails",
    "test_fails_twice",
    "test_takes_text[plain]",
  ],
};

/** What each report of tests says, by what the tests in it were written to do. */
const REPORTS: Record<string, Expected> = {
  "gotestsum/gotestsum.xml": {
    format: "junit",
    counts: [4, 4, 1, 0],
    failures: ["TestFails", "TestSecondTimeLucky", "TestTakesText", "TestTakesText/ünïcödé_☃"],
    violations: ["gotestsum/gotestsum.xml: declares 1 more failures or errors than it shows"],
  },
  "gotestsum/rerun-fails.xml": {
    format: "junit",
    counts: [5, 3, 1, 1],
    failures: ["TestFails", "TestTakesText", "TestTakesText/ünïcödé_☃"],
    flaky: ["TestSecondTimeLucky"],
  },
  "jest/ctrf.json": {
    format: "ctrf",
    counts: [6, 3, 2, 1],
    failures: ["shapes fails", "shapes nested has a namesake", "shapes takes plain"],
    flaky: ["is second time lucky"],
  },
  "jest/jest-junit.xml": {
    format: "junit",
    counts: [7, 5, 1, 0],
    failures: [
      "broken.test.js",
      "broken.test.js",
      "shapes fails",
      "shapes nested has a namesake",
      "shapes takes plain",
    ],
  },
  "mocha/ctrf.json": {
    format: "ctrf",
    counts: [6, 4, 2, 1],
    failures: [
      "shapes fails",
      "shapes nested has a namesake",
      "shapes takes plain",
      'with a broken set-up "before all" hook for "does not run"',
    ],
    flaky: ["shapes is second time lucky"],
  },
  "mocha/mocha-junit-reporter.xml": {
    format: "junit",
    counts: [6, 4, 0, 0],
    failures: [
      "shapes fails",
      "shapes nested has a namesake",
      "shapes takes plain",
      'with a broken set-up "before all" hook for "does not run"',
    ],
  },
  "playwright/ctrf.json": { ...playwright, format: "ctrf" },
  "playwright/junit-with-retries.xml": playwrightJunit,
  "playwright/junit.xml": { ...playwrightJunit, counts: [13, 9, 4, 0], flaky: [] },
  "playwright/load-error-ctrf.json": { format: "ctrf", counts: [0, 0, 0, 0], failures: [] },
  "playwright/load-error.json": {
    format: "playwright-json",
    counts: [0, 0, 0, 0],
    failures: [],
    violations: [
      "playwright/load-error.json: an error outside of the tests: Error: the file cannot be loaded",
      "playwright/load-error.json: an error outside of the tests: Error: No tests found",
    ],
  },
  "playwright/load-error.xml": { format: "junit", counts: [0, 0, 0, 0], failures: [] },
  "playwright/report.json": playwright,
  "playwright/retries.xml": { format: "junit", counts: [2, 1, 1, 1], failures: ["fails"], flaky: ["is flaky"] },
  "pytest/pytest-7.xml": { ...pytest, counts: [6, 6, 2, 0], failures: [...pytest.failures, "test_second_time_lucky"] },
  "pytest/pytest-9.xml": { ...pytest, counts: [6, 6, 2, 0], failures: [...pytest.failures, "test_second_time_lucky"] },
  "pytest/rerunfailures.xml": { ...pytest, counts: [7, 5, 2, 0] },
  "surefire/TEST-shapes.BrokenTest.xml": { format: "junit", counts: [0, 1, 0, 0], failures: ["shapes.BrokenTest"] },
  "surefire/TEST-shapes.ShapesTest.xml": {
    format: "junit",
    counts: [3, 2, 1, 2],
    failures: ["errors", "fails"],
    flaky: ["isSecondTimeLucky", "isSecondTimeLuckyAfterAnError"],
  },
  "surefire/TEST-shapes.TakesTextTest.xml": { format: "junit", counts: [2, 1, 0, 0], failures: ["takes[plain]"] },
  "vitest/junit.xml": {
    format: "junit",
    counts: [6, 6, 3, 0],
    failures: [
      "broken.test.js",
      "shapes > fails",
      "shapes > fails each time",
      "shapes > nested > has a namesake",
      "shapes > takes plain",
      "with a broken set-up",
    ],
  },
  "vitest/simple.xml": { format: "junit", counts: [1, 1, 1, 0], failures: ["adds > fails & says <why>"] },
};

const files = (await readdir(fixtures.cwd, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name !== "README.md")
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(fixtures.cwd.length).replace(/^\//, ""))
  .sort();

it.each(files)("%s is claimed by exactly one adapter", async (path) => {
  const head = await readHead(fixtures, path);
  const claiming = ADAPTERS.filter((adapter) => adapter.detects(head, path)).map(({ name }) => name);
  expect(claiming).toHaveLength(1);
  const expected = REPORTS[path];
  if (expected) expect(claiming).toEqual([expected.format]);
});

it.each(Object.entries(REPORTS))("%s is read as its tests were written", async (path, expected) => {
  const { tests, failures, results, violations } = await readAttempts(fixtures, [path]);
  const [passed, failed, skipped, flaky] = expected.counts;
  expect(tests).toEqual({ total: passed + failed + skipped, passed, failed, skipped, flaky });
  expect(failures.map(({ name }) => name).sort()).toEqual([...expected.failures].sort());
  expect(results.filter(({ outcome }) => outcome === "flaky").map(({ name }) => name)).toEqual(expected.flaky ?? []);
  expect(violations).toEqual(expected.violations ?? []);
  for (const { message, excerpt } of failures) expect(`${message}${excerpt}`).not.toBe("");
});

it("tells of each failure as its tool does", async () => {
  const told = async (path: string, name: string) => {
    const { failures } = await readAttempts(fixtures, [path]);
    return failures.find((failure) => failure.name === name);
  };
  expect(await told("pytest/pytest-9.xml", "test_fails")).toEqual({
    name: "test_fails",
    group: "test_shapes",
    message: "AssertionError: the total of <1>, 2 & 3\nassert 6 == 7",
    excerpt: expect.stringContaining("test_shapes.py:13: AssertionError"),
  });
  expect(await told("surefire/TEST-shapes.ShapesTest.xml", "errors")).toMatchObject({
    group: "shapes.ShapesTest",
    message: "no database: ünïcödé ☃",
  });
  expect(await told("playwright/report.json", "takes plain")).toMatchObject({
    group: "one › shapes",
    file: "shapes.spec.ts",
    message: 'Error: expect(received).not.toBe(expected) // Object.is equality\n\nExpected: not "plain"',
    excerpt: expect.stringContaining("at /project/shapes.spec.ts:"),
  });
});
