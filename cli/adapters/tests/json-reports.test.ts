import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CliError } from "../../exit";
import { processIo } from "../../io";
import { type Files, Workspace } from "../../testing/run";
import { readAttempts } from "../testing/attempts";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

async function read(format: string, ...contents: Files[string][]) {
  const files = Object.fromEntries(contents.map((content, index) => [`${index}.json`, content]));
  await workspace.write(files);
  return readAttempts({ ...processIo(), cwd: workspace.folder }, Object.keys(files), format);
}
const refusal = (...args: Parameters<typeof read>): Promise<CliError> =>
  read(...args).then(
    (result) => expect.fail(`was accepted: ${JSON.stringify(result)}`),
    (error) => error,
  );

type Fields = Record<string, unknown>;
const ctrf = (tests: Fields[], summary: Fields = {}) => ({
  reportFormat: "CTRF",
  results: { tool: { name: "t" }, summary: { tests: tests.length, failed: 0, ...summary }, tests },
});
const ctrfTest = (fields: Fields = {}) => ({ name: "a", status: "passed", duration: 5, ...fields });
const playwright = (suites: unknown[], more: Fields = {}) => ({
  config: { rootDir: "/project", projects: [] },
  suites,
  errors: [],
  stats: { duration: 1500, unexpected: 0 },
  ...more,
});
const results = [{ duration: 2 }];
const spec = (title: string, ...tests: Fields[]) => ({
  title,
  file: "a.spec.ts",
  line: 3,
  tests: tests.map((each) => ({ projectName: "one", results, ...each })),
});
const file = (...specs: Fields[]) => ({ title: "a.spec.ts", specs });

describe("CTRF", () => {
  it.each<[string, Fields, Fields]>([
    ["passed", {}, { passed: 1 }],
    ["pending", { status: "pending" }, { skipped: 1 }],
    ["to be written", { status: "other", rawStatus: "todo" }, { skipped: 1 }],
    ["ended in a way that CTRF has no word for", { status: "other", rawStatus: "crashed" }, { failed: 1 }],
    ["ended in an unknown way", { status: "other" }, { failed: 1 }],
    ["is called flaky", { flaky: true }, { passed: 1, flaky: 1 }],
    ["was retried", { retries: 2 }, { flaky: 1 }],
    ["was retried, with the attempts listed", { retryAttempts: [{ status: "failed" }] }, { flaky: 1 }],
    ["was retried, which is said to be no flake", { retries: 2, flaky: false }, { passed: 1, flaky: 0 }],
    ["failed in the end although it is called flaky", { status: "failed", flaky: true }, { failed: 1, flaky: 0 }],
  ])("a test that %s", async (_what, fields, expected) => {
    expect((await read("ctrf", ctrf([ctrfTest(fields)]))).tests).toMatchObject({ total: 1, ...expected });
  });

  it("tells suites, files and browsers apart, and so their failures", async () => {
    const places = [{ suite: "a" }, { suite: ["a", "b"] }, { filePath: "b.js" }, { browser: "firefox" }];
    const tests = places.map((place, index) => ctrfTest({ ...place, status: index === 0 ? "failed" : "passed" }));
    const result = await read("ctrf", ctrf(tests, { failed: 1 }));
    expect(result.tests).toMatchObject({ total: 4, failed: 1, flaky: 0 });
    expect(result.results.map(({ group, file }) => group ?? file)).toEqual(["a", "a > b", "b.js", "firefox"]);
  });

  it("knows a test again in another attempt", async () => {
    const again = [ctrf([ctrfTest({ suite: ["a"], status: "failed" })]), ctrf([ctrfTest({ suite: "a" })])];
    expect((await read("ctrf", ...again)).tests).toMatchObject({ total: 1, flaky: 1 });
  });

  it("tells message, trace and times", async () => {
    const failing = ctrfTest({ status: "failed", message: "m", trace: "t", filePath: `${workspace.folder}/a.js` });
    const result = await read("ctrf", ctrf([failing], { start: 1_000, stop: 3_500 }));
    expect(result.failures).toEqual([{ name: "a", file: "a.js", message: "m", excerpt: "t" }]);
    expect(result.results).toMatchObject([{ duration_ms: 5 }]);
    expect(result.durationSeconds).toBe(2.5);
  });

  it("finds what the summary declares and no test shows", async () => {
    const { violations } = await read("ctrf", ctrf([ctrfTest()], { tests: 3, failed: 1 }));
    expect(violations).toEqual([
      "0.json: declares 2 more tests than it shows",
      "0.json: declares 1 more failures than it shows",
    ]);
  });

  it.each<[string, Files[string], RegExp]>([
    ["without a list of tests", { results: { summary: { tests: 0, failed: 0 } } }, /lacks results\.tests/],
    ["without a summary", { results: { tests: [] } }, /lacks .*results\.summary/],
    ["whose tests are no list", { results: { tests: {} } }, /must be array/],
    ["with a test without a status", ctrf([{ name: "a" }]), /results\.tests\[0\]: status/],
    ["with a status that nobody knows", ctrf([ctrfTest({ status: "ok" })]), /results\.tests\[0\]: status/],
    ["with a test that is text", { results: { tests: ["a"] } }, /results\.tests\[0\]/],
    ["that is another document", {}, /lacks/],
    ["that was cut off", JSON.stringify(ctrf([ctrfTest()])).slice(0, -3), /ends too early/],
    ["that is empty", "", /is empty/],
    ["that is not JSON", "<testsuite/>", /not valid JSON/],
    ["that nests without end", `{"results":{"tests":${"[".repeat(5000)}`, /nested more than/],
    ["in another encoding", Buffer.from('{"results":"\xe9"}', "latin1"), /UTF-8/],
  ])("refuses a file %s, naming it", async (_what, content, reason) => {
    const error = await refusal("ctrf", content);
    expect(error.message).toMatch(/^0\.json:/);
    expect(error.message).toMatch(reason);
    expect(error.exitCode).toBe(3);
  });
});

describe("Playwright JSON", () => {
  it("counts each test once for each project, in suites at any depth", async () => {
    const inner = { title: "inner", specs: [spec("deep", { status: "flaky" })], suites: [{ title: "x", suites: [] }] };
    const outer = {
      ...file(spec("a", { status: "expected" }, { status: "unexpected", projectName: "two" })),
      suites: [inner],
    };
    const { tests, results } = await read("playwright-json", playwright([outer]));
    expect(tests).toEqual({ total: 3, passed: 2, failed: 1, skipped: 0, flaky: 1 });
    expect(results.map(({ name, group }) => [name, group])).toEqual([
      ["a", "one"],
      ["a", "two"],
      ["deep", "one › inner"],
    ]);
  });

  it("takes the last error of a test, with what it printed where there is none", async () => {
    const error = (message: string) => ({
      duration: 1,
      error: { message, stack: `${message}\n  at x`, snippet: "> 3" },
    });
    const failing = spec("a", { status: "unexpected", results: [error("first"), error("second")] });
    const silent = spec("b", { status: "unexpected", results: [{ duration: 1, stdout: [{ text: "printed" }, {}] }] });
    const { failures, results } = await read("playwright-json", playwright([file(failing, silent)]));
    expect(failures).toMatchObject([
      { name: "a", message: "second", excerpt: "second\n  at x\n> 3" },
      { name: "b", excerpt: "printed" },
    ]);
    expect(results).toMatchObject([{ duration_ms: 2 }, { duration_ms: 1 }]);
  });

  it("finds errors outside of tests, and failures that it declares without showing them", async () => {
    const more = { errors: [{ message: "set-up" }], stats: { duration: 0, unexpected: 2 } };
    const { violations } = await read("playwright-json", playwright([file(spec("a", { status: "unexpected" }))], more));
    expect(violations).toEqual([
      "0.json: an error outside of the tests: set-up",
      "0.json: declares 1 more failures than it shows",
    ]);
  });

  it.each<[string, Files[string], RegExp]>([
    ["without suites", { config: {}, stats: { duration: 1, unexpected: 0 } }, /lacks suites/],
    ["without stats, as of a run that was killed", { config: {}, suites: [] }, /lacks .*stats/],
    [
      "with a status that nobody knows",
      playwright([file(spec("a", { status: "ok" }))]),
      /suites\[0\]: specs\[0\]\.tests\[0\]\.status/,
    ],
    [
      "with a broken suite within",
      playwright([{ title: "a", suites: [{ title: "b", specs: "x" }] }]),
      /suites\[0\]\.suites\[0\]: specs/,
    ],
    ["that was cut off", JSON.stringify(playwright([file(spec("a"))])).slice(0, 90), /ends too early/],
  ])("refuses a file %s, naming it", async (_what, content, reason) => {
    const error = await refusal("playwright-json", content);
    expect(error.message).toMatch(/^0\.json:/);
    expect(error.message).toMatch(reason);
    expect(error.exitCode).toBe(3);
  });
});
