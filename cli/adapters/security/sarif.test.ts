import { describe, expect, it } from "vitest";
import { ofText, refusalOf } from "../testing/recorder";
import { sarif } from "./sarif";

const log = (...runs: object[]) => ({ version: "2.1.0", runs });
const run = (results: object[], rules: object[] = [], more: object = {}) => ({
  results,
  tool: { driver: { name: "tool", rules } },
  ...more,
});
const result = (part: object = {}) => ({ ruleId: "r", message: { text: "found" }, ...part });
const severities = async (...runs: object[]) =>
  (await ofText(sarif, log(...runs))).findings.map(({ severity }) => severity);
const at = (uri: string, startLine: number) => ({
  locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }],
});
const rated = (id: string, score: unknown, level = "note") => ({
  id,
  defaultConfiguration: { level },
  properties: { "security-severity": score },
});

describe("severity", () => {
  it.each([
    ["the result's level", result({ level: "error" }), [{ id: "r", defaultConfiguration: { level: "note" } }], "high"],
    ["the rule's level", result(), [{ id: "r", defaultConfiguration: { level: "note" } }], "low"],
    ["warning without any level", result(), [], "medium"],
    ["a level that nobody knows", result({ level: "fatal" }), [], "high"],
    ["the rule's score before the level", result({ level: "note" }), [rated("r", "9.1")], "critical"],
    [
      "the result's score before the rule's",
      result({ properties: { "security-severity": 4 } }),
      [rated("r", "9.1")],
      "medium",
    ],
    ["a score that is none", result({ level: "note" }), [rated("r", "severe")], "high"],
    ["a score beyond all scores", result({ level: "note" }), [rated("r", "11")], "high"],
    ["the rule of a result with a longer id", result({ ruleId: "r/1" }), [rated("r", "7.0")], "high"],
    ["the rule at an index", { ruleIndex: 1, message: {} }, [rated("a", "1"), rated("b", "9")], "critical"],
    ["the rule of a reference", { rule: { id: "b" }, message: {} }, [rated("a", "1"), rated("b", "9")], "critical"],
  ])("%s", async (_what, one, rules, expected) => {
    expect(await severities(run([one], rules))).toEqual([expected]);
  });

  it("is that of the rule, though its results come first, and of an extension's rule", async () => {
    const extensions = [{ name: "pack", rules: [rated("x", "9.9")] }];
    const results = [result(), result({ ruleId: "x" })];
    expect(
      await severities({ results, tool: { extensions, driver: { rules: [rated("r", "7")], name: "t" } } }),
    ).toEqual(["high", "critical"]);
  });

  it("is that of the rule of its own run", async () => {
    expect(await severities(run([result()], [rated("r", "9")]), run([result()], [rated("r", "1")]))).toEqual([
      "critical",
      "low",
    ]);
  });
});

describe("what counts", () => {
  it.each([
    ["what passed", { kind: "pass" }, 0],
    ["what is for information", { kind: "informational" }, 0],
    ["what failed", { kind: "fail" }, 1],
    ["a kind that nobody knows", { kind: "broken" }, 1],
    ["what is gone since the baseline", { baselineState: "absent" }, 0],
    ["what was there before", { baselineState: "unchanged" }, 1],
    ["what is suppressed", { suppressions: [{ kind: "inSource" }] }, 0],
    ["what is suppressed and accepted", { suppressions: [{ kind: "external", status: "accepted" }] }, 0],
    ["what is suppressed, but under review", { suppressions: [{ kind: "inSource" }, { status: "underReview" }] }, 1],
    ["whose suppression was rejected", { suppressions: [{ status: "rejected" }] }, 1],
    ["an empty list of suppressions", { suppressions: [] }, 1],
  ])("%s", async (_what, part, expected) => {
    expect(await severities(run([result(part)]))).toHaveLength(expected);
  });

  it("keeps results apart that share rule and place, and takes files of the project as relative", async () => {
    const results = [
      result(at("src/a%20b.c", 3)),
      result(at("src/a%20b.c", 3)),
      result(at("file:///else/b.c", 1)),
      result(),
    ];
    const { findings } = await ofText(sarif, log(run(results)));
    expect(findings.map(({ id }) => id)).toEqual(["r (src/a b.c:3)", "r (src/a b.c:3 2)", "r (/else/b.c:1)", "r"]);
  });
});

describe("runs that are no scan", () => {
  it.each([
    ["no run", log(), /holds no run of a tool/],
    ["a run without results", log({ tool: { driver: { name: "tool" } } }), /runs\[0\]: tool produced no results/],
    ["a run whose results are null", log(run([], [], { results: null })), /produced no results/],
    [
      "a run that failed",
      log(run([], [], { invocations: [{ executionSuccessful: false }] })),
      /did not run successfully/,
    ],
  ])("%s is a violation", async (_what, content, reason) => {
    expect((await ofText(sarif, content)).violations).toEqual([expect.stringMatching(reason)]);
  });

  it.each([
    ["another version", { version: "2.0.0", runs: [] }, /version/],
    ["no version", { runs: [] }, /has no version/],
    ["a run of no tool", log({ results: [] }), /names no tool/],
    ["results elsewhere", log(run([], [], { externalPropertyFileReferences: { results: [{}] } })), /not read/],
    ["a result without message", log(run([{ ruleId: "r" }])), /message/],
    ["a result that is a word", log(run(["r" as unknown as object])), /results\[0\]/],
  ])("%s is refused", async (_what, content, reason) => {
    expect((await refusalOf(sarif, content)).message).toMatch(reason);
  });
});
