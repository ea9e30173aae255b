import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/core/digest";
import { parsePolicy } from "@/lib/core/policy/parse";
import { CHECK_IDS } from "./check-ids";
import { EXPECTED } from "./contract-expected";
import { evaluateGate } from "./evaluate";
import type { Facts } from "./facts";
import type { Verdict } from "./verdict";

type Fixture = { name: string; policy: unknown; facts: Facts; at: string; expect?: Verdict; expectError?: string };

const folder = fileURLToPath(new URL("./fixtures/", import.meta.url));
const fixtures = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => ({ file, fixture: JSON.parse(readFileSync(`${folder}${file}`, "utf8")) as Fixture }));
const judged = fixtures.filter(({ fixture }) => fixture.expectError === undefined);
const refused = fixtures.filter(({ fixture }) => fixture.expectError !== undefined);

const GROUPS: Record<string, readonly string[]> = {
  "all-scorecard": CHECK_IDS.filter((id) => /^(scorecard|integration|suites|performance|security)\./.test(id)),
  "all-telemetry": CHECK_IDS.filter((id) => id.startsWith("telemetry.")),
};

/** The verdict and every check that does not pass, in the words of the table of expectations. */
function brief({ verdict, checks }: Verdict): string {
  const failing = checks.filter(({ outcome }) => outcome !== "pass");
  const texts = failing.map(({ id, outcome, waived }) => `${id}:${outcome}${waived ? ":waived" : ""}`);
  return [verdict, ...texts].join(" ");
}

function spelledOut(expected: string): string {
  const words = expected.split(" ").flatMap((word) => {
    const [group = "", outcome] = word.split(":");
    return GROUPS[group]?.map((id) => `${id}:${outcome}`) ?? [word];
  });
  return words.join(" ");
}

describe("the gate's contract", () => {
  it.each(judged)("gives the verdict of $file to the byte", async ({ file, fixture }) => {
    const verdict = evaluateGate(parsePolicy(fixture.policy), fixture.facts, new Date(fixture.at));
    // `vitest -u` writes a changed answer into the fixture; EXPECTED below still says what it must decide.
    const text = `${JSON.stringify({ ...fixture, expect: verdict }, null, 1)}\n`;
    await expect(text).toMatchFileSnapshot(`${folder}${file}`);
    expect(canonicalJson(verdict)).toBe(canonicalJson(fixture.expect));
  });

  it.each(refused)("refuses the policy of $file before anything is judged", ({ fixture }) => {
    expect(() => parsePolicy(fixture.policy)).toThrow(fixture.expectError);
  });

  it("decides every fixture as promised", () => {
    const decided = judged.map(({ fixture }) => [fixture.name, fixture.expect ? brief(fixture.expect) : ""]);
    const promised = Object.entries(EXPECTED).map(([name, text]) => [name, spelledOut(text)]);
    expect(Object.fromEntries(decided)).toEqual(Object.fromEntries(promised));
  });

  it("approves the fixtures that are named so, and no other", () => {
    const approved = judged.filter(({ fixture }) => fixture.expect?.verdict === "approve");
    expect(approved.map(({ file }) => file)).toEqual(
      fixtures.map(({ file }) => file).filter((file) => file.startsWith("approve-")),
    );
    expect(approved.length).toBeGreaterThan(0);
  });

  it("names a way out of every verdict but approve", () => {
    for (const { fixture } of judged) {
      const isApproved = fixture.expect?.verdict === "approve";
      expect(fixture.expect?.fixes.length === 0, fixture.name).toBe(isApproved);
    }
  });
});
