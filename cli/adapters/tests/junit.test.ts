import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { processIo } from "../../io";
import { type Files, Workspace } from "../../testing/run";
import { readAttempt, readAttempts } from "../testing/attempts";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

const io = () => ({ ...processIo(), cwd: workspace.folder });
async function read(files: Files, paths = Object.keys(files)) {
  await workspace.write(files);
  return readAttempts(io(), paths, "junit");
}
const suite = (cases: string, attributes = "", name = "s") =>
  `<testsuite name="${name}"${attributes}>${cases}</testsuite>`;
const cases = (...children: string[]) =>
  children.map((child) => `<testcase classname="c" name="a">${child}</testcase>`).join("");

describe("counting", () => {
  it("counts tests of nested suites", async () => {
    const inner = suite('<testcase name="a"/><testcase name="b"><error message="x"/></testcase>');
    const { tests } = await read({
      "a.xml": `<testsuites><testsuite name="outer">${inner}<testcase name="a"/></testsuite></testsuites>`,
    });
    expect(tests).toEqual({ total: 3, passed: 2, failed: 1, skipped: 0, flaky: 0 });
  });

  it.each([
    ["a rerun that failed", "<rerunFailure/>", { total: 1, passed: 0, failed: 1, flaky: 0 }],
    ["a rerun that failed after a failure", "<failure/><rerunError/>", { total: 1, passed: 0, failed: 1, flaky: 0 }],
    ["a failure before it passed", "<flakyFailure/><flakyError/>", { total: 1, passed: 1, failed: 0, flaky: 1 }],
    ["a flaky failure and a real one", "<flakyFailure/><failure/>", { total: 1, passed: 0, failed: 1, flaky: 0 }],
    ["two failures", "<failure/><error/>", { total: 1, passed: 0, failed: 1, flaky: 0 }],
    ["a failure and a mark that it was skipped", "<skipped/><failure/>", { total: 1, failed: 1, skipped: 0 }],
    ["a failure within its output", "<system-out><failure/></system-out>", { total: 1, passed: 1, failed: 0 }],
  ])("counts a test with %s once", async (_what, children, expected) => {
    expect((await read({ "a.xml": suite(cases(children)) })).tests).toMatchObject(expected);
  });

  it("does not count what GoogleTest did not run as passed", async () => {
    const { tests } = await read({ "a.xml": suite('<testcase name="a" status="notrun" result="suppressed"/>') });
    expect(tests).toMatchObject({ passed: 0, skipped: 1 });
  });

  it("sums the tests' times, else takes the report's", async () => {
    const timed = '<testcase name="a" time="1.25"/><testcase name="b" time="5e-1"/>';
    expect((await read({ "a.xml": suite(timed, ' time="9"') })).durationSeconds).toBe(1.75);
    expect((await read({ "b.xml": suite('<testcase name="a"/>', ' time="1,234.5"') })).durationSeconds).toBe(1234.5);
    expect((await read({ "c.xml": suite('<testcase name="a" time="NaN"/>') })).durationSeconds).toBeNull();
  });
});

describe("a second test case of one name in a report", () => {
  it.each([
    ["failed, then passed", ["<failure/>", ""], { total: 1, passed: 1, failed: 0, flaky: 1 }],
    ["passed, then failed", ["", "<failure/>"], { total: 1, passed: 0, failed: 1, flaky: 0 }],
    ["passed twice", ["", ""], { total: 1, passed: 1, failed: 0, flaky: 0 }],
    ["failed, then skipped", ["<error/>", "<skipped/>"], { total: 1, passed: 0, failed: 1, flaky: 0 }],
    ["failed, passed, then failed", ["<error/>", "", "<failure/>"], { total: 1, passed: 0, failed: 1, flaky: 0 }],
  ])("is a rerun to pytest and gotestsum, whose names are unique: %s", async (_what, runs, expected) => {
    const go = `<properties><property name="go.version" value="go1.19"/></properties>${cases(...runs)}`;
    expect((await read({ "a.xml": suite(cases(...runs), "", "pytest") })).tests).toMatchObject(expected);
    expect((await read({ "b.xml": suite(go) })).tests).toMatchObject(expected);
  });

  it.each([
    ["failed, then passed", ["<failure/>", ""], { total: 2, passed: 1, failed: 1, flaky: 0 }],
    ["passed, then failed", ["", "<failure/>"], { total: 2, passed: 1, failed: 1, flaky: 0 }],
    ["passed twice", ["", ""], { total: 2, passed: 2, failed: 0, flaky: 0 }],
  ])(
    "is another test to everyone else, so that it cannot hide the first one's failure: %s",
    async (_what, runs, expected) => {
      expect((await read({ "a.xml": suite(cases(...runs)) })).tests).toMatchObject(expected);
    },
  );

  it("is another test in another report of the same attempt, also of pytest: two environments, not a rerun", async () => {
    await workspace.write({
      "py310.xml": suite(cases("<failure/>"), "", "pytest"),
      "py311.xml": suite(cases(""), "", "pytest"),
    });
    const { tests } = await readAttempt(io(), ["py310.xml", "py311.xml"]);
    expect(tests).toMatchObject({ total: 2, passed: 1, failed: 1, flaky: 0 });
  });

  it("keeps the same test of two browsers apart, so that one cannot hide the other's failure", async () => {
    const of = (host: string, child: string) => suite(cases(child), ` hostname="${host}"`, "pytest");
    const report = `<testsuites>${of("chromium", "<failure/>")}${of("firefox", "")}</testsuites>`;
    expect((await read({ "a.xml": report })).tests).toMatchObject({ total: 2, passed: 1, failed: 1, flaky: 0 });
  });

  it("keeps tests without a name apart", async () => {
    const unnamed = suite("<testcase><failure/></testcase><testcase/>", "", "pytest");
    const { tests, results } = await read({ "a.xml": unnamed });
    expect(tests).toMatchObject({ total: 2, failed: 1, flaky: 0 });
    expect(results.map(({ name }) => name)).toEqual(["(no name)", "(no name) #2"]);
  });
});

describe("a later attempt", () => {
  it("executes the same tests again, in the order of the attempts", async () => {
    const files = { "first.xml": suite(cases("<failure/>")), "again.xml": suite(cases("")) };
    expect((await read(files, ["first.xml", "again.xml"])).tests).toMatchObject({ total: 1, passed: 1, flaky: 1 });
    expect((await read(files, ["again.xml", "first.xml"])).tests).toMatchObject({ total: 1, failed: 1 });
  });

  it("executes each of two namesakes again", async () => {
    const files = { "first.xml": suite(cases("", "<failure/>")), "again.xml": suite(cases("", "")) };
    const { tests, results } = await read(files);
    expect(tests).toMatchObject({ total: 2, passed: 2, failed: 0, flaky: 1 });
    expect(results.map(({ name, outcome }) => `${name}: ${outcome}`)).toEqual(["a: passed", "a #2: flaky"]);
  });
});

describe("what is told of a test", () => {
  const failing = (inner: string) => read({ "a.xml": suite(`<testcase classname="c" name="a">${inner}</testcase>`) });

  it.each([
    ["the message and the trace", '<failure message="m">trace</failure>', { message: "m", excerpt: "trace" }],
    ["the trace's first line without a message", "<failure>\n  first\nsecond</failure>", { message: "first" }],
    ["CDATA", "<error><![CDATA[<b> & c]]></error>", { message: "<b> & c", excerpt: "<b> & c" }],
    ["the type where there is no message", '<failure type="T"/>', { message: "T" }],
    [
      "the output where there is no trace",
      '<failure message="m"/><system-out>printed</system-out>',
      { message: "m", excerpt: "printed" },
    ],
    ["the trace before the output", "<system-out>printed</system-out><failure>t</failure>", { excerpt: "t" }],
    ["a rerun's message", '<rerunFailure message="r"><stackTrace>x</stackTrace></rerunFailure>', { message: "r" }],
  ])("of a failure: %s", async (_what, inner, expected) => {
    expect((await failing(inner)).failures).toEqual([expect.objectContaining({ name: "a", group: "c", ...expected })]);
  });

  it("keeps the start and the end of a long trace, and nothing that is no text", async () => {
    const { failures } = await failing(
      `<failure message="\u001b[31mred\u0007\u202e">start${"x".repeat(20_000)}end</failure>`,
    );
    const { message, excerpt = "" } = failures[0] ?? {};
    expect(message).toBe("red");
    expect(excerpt.length).toBeLessThanOrEqual(4000);
    expect(excerpt).toMatch(/^startx+\n…\nx+end$/);
  });

  it("tells nothing of a test that passed in the end", async () => {
    const { failures } = await read({
      "first.xml": suite(cases('<failure message="m"/>')),
      "again.xml": suite(cases("")),
    });
    expect(failures).toEqual([]);
  });

  it("its group, its file as the working folder sees it, and its time", async () => {
    const inside = `file="${workspace.folder}/t/a.py"`;
    const { results } = await read({
      "a.xml": suite(
        `<testcase name="x" classname="C" time="0.25" ${inside}/><testcase name="s y" classname="y"/>`,
        ' file="t/b.js"',
      ),
    });
    expect(results).toEqual([
      { name: "x", group: "C", file: "t/a.py", outcome: "passed", duration_ms: 250 },
      { name: "s y", group: "s", file: "t/b.js", outcome: "passed" },
    ]);
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

  it("takes Surefire's declared reruns and flakes for what they are", async () => {
    const surefire = suite(cases("<failure/><rerunFailure/>", "<flakyError/>"), ' failures="2" errors="1"');
    expect((await read({ "a.xml": surefire })).violations).toEqual([]);
  });
});
