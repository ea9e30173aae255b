import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CliError } from "../exit";
import { type Io, processIo } from "../io";
import { type Files, Workspace } from "../testing/run";
import { readJunit } from "./junit";
import { XML_LIMITS, type XmlLimits } from "./xml-stream";

const fixtures: Io = { ...processIo(), cwd: fileURLToPath(new URL("./fixtures/", import.meta.url)) };
let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

async function read(files: Files, patterns = Object.keys(files), limits: Partial<XmlLimits> = {}) {
  await workspace.write(files);
  return readJunit({ ...processIo(), cwd: workspace.folder }, patterns, { ...XML_LIMITS, ...limits });
}
const refusal = (...args: Parameters<typeof read>): Promise<CliError> =>
  read(...args).then(
    (result) => expect.fail(`was accepted: ${JSON.stringify(result)}`),
    (error) => error,
  );
const suite = (cases: string, attributes = "") => `<testsuite name="s"${attributes}>${cases}</testsuite>`;

describe("dialects of real test runners", () => {
  it("reads Vitest's report", async () => {
    const { tests, durationSeconds, violations } = await readJunit(fixtures, ["vitest.xml"]);
    expect(tests).toEqual({ total: 3, passed: 1, failed: 1, skipped: 1, flaky: 0 });
    expect(durationSeconds).toBe(0.008689);
    expect(violations).toEqual([]);
  });

  it("reads Playwright's report with retries: passed in the end is flaky, failed in the end is failed", async () => {
    const { tests, violations } = await readJunit(fixtures, ["playwright.xml"]);
    expect(tests).toEqual({ total: 4, passed: 2, failed: 1, skipped: 1, flaky: 1 });
    expect(violations).toEqual([]);
  });

  it("does not count what GoogleTest did not run as passed", async () => {
    const { tests } = await read({ "a.xml": suite('<testcase name="a" status="notrun" result="suppressed"/>') });
    expect(tests).toMatchObject({ passed: 0, skipped: 1 });
  });
});

describe("counting", () => {
  it("counts tests of nested suites", async () => {
    const inner = suite('<testcase name="a"/><testcase name="b"><error message="x"/></testcase>');
    const { tests } = await read({
      "a.xml": `<testsuites><testsuite name="outer">${inner}<testcase name="a"/></testsuite></testsuites>`,
    });
    expect(tests).toEqual({ total: 3, passed: 2, failed: 1, skipped: 0, flaky: 0 });
  });

  it.each([
    ["failed, then passed", ["<failure/>", ""], { total: 1, passed: 1, failed: 0, flaky: 1 }],
    ["passed, then failed", ["", "<failure/>"], { total: 1, passed: 0, failed: 1, flaky: 0 }],
    ["passed twice", ["", ""], { total: 1, passed: 1, failed: 0, flaky: 0 }],
    ["failed, then skipped", ["<error/>", "<skipped/>"], { total: 1, passed: 0, failed: 1, flaky: 0 }],
    ["a rerun that failed", ["<rerunFailure/>"], { total: 1, passed: 0, failed: 1, flaky: 0 }],
  ])("counts a test that %s once", async (_what, runs, expected) => {
    const cases = runs.map((child) => `<testcase classname="c" name="a">${child}</testcase>`).join("");
    expect((await read({ "a.xml": suite(cases) })).tests).toMatchObject(expected);
  });

  it("recognises a test again in a later report, in the order of the reports", async () => {
    const files = {
      "first.xml": suite('<testcase name="a"><failure/></testcase>'),
      "again.xml": suite('<testcase name="a"/>'),
    };
    expect((await read(files, ["first.xml", "again.xml"])).tests).toMatchObject({ total: 1, passed: 1, flaky: 1 });
    expect((await read(files, ["again.xml", "first.xml"])).tests).toMatchObject({ total: 1, failed: 1 });
  });

  it("keeps the same test of two browsers apart, so that one cannot hide the other's failure", async () => {
    const of = (host: string, child: string) =>
      `<testsuite name="s" hostname="${host}"><testcase classname="c" name="a">${child}</testcase></testsuite>`;
    const report = `<testsuites>${of("chromium", "<failure/>")}${of("firefox", "")}</testsuites>`;
    expect((await read({ "a.xml": report })).tests).toMatchObject({ total: 2, passed: 1, failed: 1, flaky: 0 });
  });

  it("keeps tests without a name apart", async () => {
    const { tests } = await read({ "a.xml": suite("<testcase><failure/></testcase><testcase/>") });
    expect(tests).toMatchObject({ total: 2, failed: 1, flaky: 0 });
  });

  it("sums the tests' times, else takes the report's", async () => {
    const cases = '<testcase name="a" time="1.25"/><testcase name="b" time="0.5"/>';
    expect((await read({ "a.xml": suite(cases, ' time="9"') })).durationSeconds).toBe(1.75);
    expect((await read({ "b.xml": suite('<testcase name="a"/>', ' time="9"') })).durationSeconds).toBe(9);
    expect((await read({ "c.xml": suite('<testcase name="a" time="NaN"/>') })).durationSeconds).toBeNull();
  });
});

describe("what no test shows still counts", () => {
  it("finds a failure that a suite declares without showing it", async () => {
    const { violations } = await read({ "a.xml": suite('<testcase name="a"/>', ' failures="1" errors="1"') });
    expect(violations).toEqual(["a.xml: declares 2 more failures or errors than it shows"]);
  });

  it("finds an error outside of any test", async () => {
    const { violations } = await read({ "a.xml": suite('<error message="set-up"/><testcase name="a"/>') });
    expect(violations).toEqual(["a.xml: a suite reports an error outside of its tests"]);
  });
});

describe("what is no report is refused, naming the file", () => {
  it.each([
    ["a DOCTYPE", '<!DOCTYPE testsuite [<!ENTITY e "x">]><testsuite/>', /DOCTYPE/],
    ["an entity that XML does not know", "<testsuite name='&nbsp;'/>", /well-formed/],
    ["an unclosed element", "<testsuite><testcase name='a'>", /well-formed/],
    ["text that is no XML", "1..3\nok 1", /well-formed/],
    ["another root", "<coverage/>", /not a JUnit report/],
    ["a test case within a test case", suite("<testcase><testcase/></testcase>"), /holds a testcase/],
    ["an empty file", "", /is empty/],
    ["another declared encoding", '<?xml version="1.0" encoding="ISO-8859-1"?><testsuite/>', /ISO-8859-1/],
    ["bytes that are not UTF-8", Buffer.from("<testsuite name='\xe9'/>", "latin1"), /not UTF-8/],
    ["UTF-16", Buffer.from("\ufeff<testsuite/>", "utf16le"), /not UTF-8/],
  ])("%s", async (_what, content, reason) => {
    const error = await refusal({ "reports/bad.xml": content });
    expect(error.message).toMatch(/^reports\/bad\.xml:/);
    expect(error.message).toMatch(reason);
    expect(error.exitCode).toBe(3);
  });

  it.each(["missing.xml", "reports/*.xml", "folder"])("%s, which is no file", async (pattern) => {
    const error = await refusal({ "folder/other.txt": "x", "reports/other.txt": "x" }, [pattern]);
    expect(error.message).toContain(pattern);
    expect(error.exitCode).toBe(3);
  });

  it.each([
    ["bytes", suite('<testcase name="a"/>'), { bytes: 20 }, /larger than 20 bytes/],
    ["depth", "<testsuites>".repeat(8), { depth: 5 }, /nested more than 5/],
    ["an attribute", suite("", ` package="${"x".repeat(50)}"`), { attributeCharacters: 40 }, /attribute is too long/],
    ["attributes", '<testsuite a="1" b="2" c="3"/>', { attributes: 2 }, /more than 2 attributes/],
  ])("too much of %s", async (_what, content, limits, reason) => {
    expect((await refusal({ "big.xml": content }, ["big.xml"], limits)).message).toMatch(reason);
  });
});
