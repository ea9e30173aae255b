import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CliError } from "../../exit";
import { processIo } from "../../io";
import { type Files, Workspace } from "../../testing/run";
import { SuiteEvidence } from "../suite-evidence";
import { junit, readJunit } from "./junit";
import { XML_LIMITS, type XmlLimits } from "./xml-stream";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

async function read(content: Files[string], limits: Partial<XmlLimits> = {}) {
  await workspace.write({ "reports/r.xml": content });
  const evidence = new SuiteEvidence("s");
  await readJunit({ ...processIo(), cwd: workspace.folder }, "reports/r.xml", evidence, { ...XML_LIMITS, ...limits });
  return evidence.result();
}
const refusal = (...args: Parameters<typeof read>): Promise<CliError> =>
  read(...args).then(
    (result) => expect.fail(`was accepted: ${JSON.stringify(result)}`),
    (error) => error,
  );
const suite = (cases: string, attributes = "") => `<testsuite name="s"${attributes}>${cases}</testsuite>`;
const declaring = (encoding: string, rest = suite('<testcase name="é"/>')) =>
  `<?xml version="1.0" encoding="${encoding}"?>${rest}`;
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};

describe("encodings", () => {
  it.each([
    ["UTF-8", declaring("utf-8")],
    ["UTF-8 with a byte order mark", `\ufeff${declaring("UTF-8")}`],
    ["ISO-8859-1", Buffer.from(declaring("ISO-8859-1"), "latin1")],
    ["windows-1252", Buffer.from(declaring("windows-1252"), "latin1")],
    ["UTF-16", utf16(declaring("UTF-16"))],
    ["UTF-16, big endian", utf16(declaring("utf-16"), true)],
    ["what PowerShell makes of UTF-8", utf16(declaring("utf-8"))],
  ])("reads %s", async (_what, content) => {
    expect((await read(content)).results).toMatchObject([{ name: "é" }]);
  });

  it("reads characters that lie across two pieces of the file", async () => {
    const names = Array.from({ length: 6_000 }, (_, index) => `☃${index}`);
    const { results } = await read(suite(names.map((name) => `<testcase name="${name}"/>`).join("")));
    expect(results.map(({ name }) => name)).toEqual(names);
  });
});

describe("what is no report is refused, naming the file", () => {
  it.each<[string, Files[string], RegExp]>([
    ["a DOCTYPE", '<!DOCTYPE testsuite [<!ENTITY e "x">]><testsuite/>', /DOCTYPE/],
    ["an external entity", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><testsuite/>', /DOCTYPE/],
    ["entities that grow", '<!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><testsuite name="&b;"/>', /DOCTYPE/],
    ["an entity that XML does not know", "<testsuite name='&nbsp;'/>", /well-formed/],
    ["an unclosed element", "<testsuite><testcase name='a'>", /well-formed/],
    ["a report that was cut off", suite('<testcase name="a"/>').slice(0, -8), /well-formed/],
    ["a report that was cut off within a tag", '<testsuite name="s"><testcase na', /well-formed/],
    ["a report that was cut off within CDATA", "<testsuite><testcase><failure><![CDATA[x", /well-formed/],
    ["a report after a report", suite("") + suite(""), /well-formed/],
    ["text that is no XML", "1..3\nok 1", /well-formed/],
    ["another root", "<coverage/>", /not a JUnit report/],
    ["a test case within a test case", suite("<testcase><testcase/></testcase>"), /holds a testcase/],
    ["a suite within a test case", suite("<testcase><testsuite/></testcase>"), /holds a testsuite/],
    ["an empty file", "", /is empty/],
    ["spaces alone", " \n ", /is empty/],
    ["an encoding that nobody knows", declaring("klingon"), /klingon is not known/],
    ["an encoding that is too dangerous", declaring("utf-7"), /utf-7 is not known/],
    ["bytes that are not UTF-8", Buffer.from("<testsuite name='\xe9'/>", "latin1"), /not UTF-8/],
    ["bytes that are not what it declares", Buffer.from(declaring("Shift_JIS"), "latin1"), /not SHIFT_JIS/],
    ["UTF-16 without a mark", Buffer.from("<testsuite/>", "utf16le"), /without a byte order mark/],
    ["UTF-8 that says it is UTF-16", declaring("UTF-16"), /no byte order mark/],
    ["half a character of UTF-16", utf16(suite("")).subarray(0, -1), /not UTF-16LE/],
  ])("%s", async (_what, content, reason) => {
    const error = await refusal(content);
    expect(error.message).toMatch(/^reports\/r\.xml:/);
    expect(error.message).toMatch(reason);
    expect(error.exitCode).toBe(3);
  });

  it("says in which line", async () => {
    expect((await refusal(`<testsuite>\n\n<testcase name="a">\n</testsuite>`)).message).toContain("r.xml: line 4:");
  });

  it.each<[string, string, Partial<XmlLimits>, RegExp]>([
    ["bytes", suite('<testcase name="a"/>'), { bytes: 20 }, /larger than 20 bytes/],
    ["depth", "<testsuites>".repeat(8), { depth: 5 }, /nested more than 5/],
    ["an attribute", suite("", ` package="${"x".repeat(50)}"`), { attributeCharacters: 40 }, /attribute is too long/],
    ["attributes", '<testsuite a="1" b="2" c="3"/>', { attributes: 2 }, /more than 2 attributes/],
  ])("too much of %s", async (_what, content, limits, reason) => {
    expect((await refusal(content, limits)).message).toMatch(reason);
  });
});

describe("a JUnit report is recognised", () => {
  it.each([
    ["at its root", "<testsuites>", true],
    ["after a declaration and comments", '<?xml version="1.0"?>\n<!-- a > b -->\n<testsuite name="s">', true],
    ["with a DOCTYPE, which is refused then", "<!DOCTYPE testsuite [", true],
    ["not by another root", "<coverage><testsuite/>", false],
    ["not by a longer name", "<testsuitesummary>", false],
    ["not within a comment", "<!-- <testsuite> --><html>", false],
    ["not by text", "testsuite a", false],
    ["not after any number of comments", `${"<!---->".repeat(9000)}<coverage>`, false],
  ])("%s", (_what, head, expected) => {
    expect(junit.detects(head, "r.xml")).toBe(expected);
  });
});
