import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cvss3BaseScore } from "./cvss";
import { bestKnown, findingId } from "./finding-id";
import { readScore, severityOfLevel, severityOfScore, severityOfWord, worstSeverity } from "./severity";

describe("severities", () => {
  it.each([
    ["CRITICAL", "critical"],
    ["High", "high"],
    ["moderate", "medium"],
    ["MEDIUM", "medium"],
    [" low ", "low"],
    ["Negligible", "low"],
    ["info", "low"],
    ["UNKNOWN", "high"],
    ["UNDEFINED", "high"],
    ["", "high"],
    [null, "high"],
    ["constructor", "high"],
  ])("the word %o counts as %s", (word, expected) => {
    expect(severityOfWord(word)).toBe(expected);
  });

  it.each([
    [10, "critical"],
    [9, "critical"],
    [8.9, "high"],
    [7, "high"],
    [6.9, "medium"],
    [4, "medium"],
    [3.9, "low"],
    [0, "low"],
    [10.1, "high"],
    [-1, "high"],
    [Number.NaN, "high"],
  ])("the score %d counts as %s", (score, expected) => {
    expect(severityOfScore(score)).toBe(expected);
  });

  it.each([
    ["error", "high"],
    ["warning", "medium"],
    ["note", "low"],
    ["none", "low"],
    ["", "high"],
  ])("the level %o counts as %s", (level, expected) => {
    expect(severityOfLevel(level)).toBe(expected);
  });

  it("reads scores as numbers or texts, and nothing else", () => {
    expect(["7.5", 7.5, " 10 ", "", "high", "1e1", null, {}, Number.NaN].map(readScore)).toEqual([
      7.5,
      7.5,
      10,
      ...Array(6).fill(null),
    ]);
  });

  it("takes the worst", () => {
    expect(worstSeverity(["low", "high", "medium"])).toBe("high");
    expect(worstSeverity([])).toBeNull();
  });
});

describe("CVSS 3 base scores", () => {
  // The examples of the specification's authors.
  it.each([
    ["CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", 6.1],
    ["CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", 6.4],
    ["CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N", 3.1],
    ["CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H", 9.9],
    ["CVSS:3.1/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L", 4.2],
    ["CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H", 8.8],
    ["CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H", 7.8],
    ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", 7.5],
    ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8],
    ["CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:N/I:H/A:N", 6.8],
    ["CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 6.8],
    ["CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H", 9.3],
    ["CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/E:P/RL:O", 10],
    ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", 0],
  ])("%s is %d", (vector, expected) => {
    expect(cvss3BaseScore(vector)).toBe(expected);
  });

  it.each([
    "",
    "high",
    "AV:N/AC:L/Au:N/C:P/I:P/A:P",
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H",
    "CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/C:H/I:H/A:H",
    "CVSS:3.1/AV:N/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    "CVSS:3.1/AV:toString/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
  ])("%o is none", (vector) => {
    expect(cvss3BaseScore(vector)).toBeNull();
  });
});

describe("names of findings", () => {
  it("are a CVE, else a GHSA, else the tool's own, whatever the order", () => {
    expect(bestKnown(["PYSEC-1", "GHSA-5wv5-4vpf-pj6m", "CVE-2021-2222", "CVE-2021-1111"])).toBe("CVE-2021-1111");
    expect(bestKnown(["PYSEC-1", "GHSA-5wv5-4vpf-pj6m"])).toBe("GHSA-5wv5-4vpf-pj6m");
    expect(bestKnown(["PYSEC-1", "OTHER"])).toBe("PYSEC-1");
  });

  it("fit a scorecard, and differ where what they name differs", () => {
    const text = fc.string({ minLength: 1, maxLength: 300, unit: "grapheme" });
    fc.assert(
      fc.property(text, fc.constantFrom("a", "b"), (what, end) => {
        const id = findingId(`r${what}`, `${"x".repeat(250)}${end}`);
        expect(id.length).toBeLessThanOrEqual(200);
        expect(id).not.toBe(findingId(`r${what}`, `${"x".repeat(250)}${end === "a" ? "b" : "a"}`));
      }),
    );
    expect(findingId(" rule\n1 ", "a\tb")).toBe("rule 1 (a b)");
  });
});
