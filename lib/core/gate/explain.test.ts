import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/default";
import { BAD_NEWS, LOST_LOOKUPS } from "@/lib/core/testing/defects";
import {
  approval,
  approver,
  approvingFacts,
  approvingManifest,
  CLEO,
  manifestFact,
  NOW,
  PIA,
  SAM,
  secondsAgo,
  waiver,
} from "@/lib/core/testing/facts";
import { evaluateGate } from "./evaluate";
import type { Facts } from "./facts";

const { digest } = manifestFact();
const fixes = (facts: Facts) => evaluateGate(DEFAULT_POLICY, facts, NOW).fixes;
const withDefect = (name: string, facts = approvingFacts()): Facts => {
  const defect = [...BAD_NEWS, ...LOST_LOOKUPS].find((each) => each.name === name);
  if (!defect) throw new Error(`no defect ${name}`);
  return defect.apply(facts);
};

describe("the way out of a blocked release", () => {
  it("asks for one run of the pipeline for all that rests on the scorecard", () => {
    const [fix, ...others] = fixes(withDefect("scorecard missing"));
    expect(others).toEqual([]);
    expect(fix).toMatchObject({ owner: "pipeline", people: [] });
    expect(fix?.clears).toHaveLength(8);
  });

  it("asks for one signature for each missing role, by name", () => {
    const facts = approvingFacts({ signatures: { state: "found", value: [approval(PIA, digest)] } });
    expect(fixes(facts).map(({ owner, people }) => [owner, people])).toEqual([
      ["sre-on-call", ["Sam Sre"]],
      ["change-board", ["Cleo Change"]],
    ]);
  });

  it("asks for a waiver of the one finding, from those who may grant it", () => {
    const ada = approver("ada", "Ada Author", "change-board");
    const facts = { ...withDefect("a medium vulnerability"), approvers: [ada, CLEO, SAM] };
    expect(fixes(facts)).toEqual([
      {
        action: "Grant a waiver for Medium vulnerabilities: CVE-2025-1001 (at most 30 days)",
        owner: "change-board",
        people: ["Cleo Change"],
        clears: ["security.medium"],
      },
    ]);
  });

  it("clears the expired waiver together with what it was for", () => {
    const expired = waiver("performance.p95_ms", { expiresAt: secondsAgo(1) });
    const facts = withDefect("slow", approvingFacts({ waivers: { state: "found", value: [expired] } }));
    expect(fixes(facts).map(({ clears }) => clears)).toEqual([["performance.p95_ms", "waivers.valid"]]);
  });

  it("counts in that a new manifest has to be signed by everybody again", () => {
    const content = approvingManifest({ artifacts: [] });
    const value = manifestFact(content);
    expect(fixes(approvingFacts({ manifest: { state: "found", value } })).map(({ owner }) => owner)).toEqual([
      "release-engineer",
      "sre-on-call",
      "product-owner",
      "change-board",
    ]);
  });

  it("asks to withdraw one rejection, but for a new revision where that is shorter", () => {
    const reject = (id: string) => approval(approver(id, id, "change-board"), digest, { decision: "reject" });
    const signed = [SAM, PIA, CLEO].map((person) => approval(person, digest));
    const one = approvingFacts({ signatures: { state: "found", value: [...signed, reject("rex")] } });
    expect(fixes(one).map(({ action, people }) => [action, people])).toEqual([
      ["Withdraw the rejection of rex as change-board", ["rex"]],
    ]);
    const five = ["r1", "r2", "r3", "r4", "r5"].map(reject);
    const many = approvingFacts({ signatures: { state: "found", value: five } });
    expect(fixes(many).map(({ owner }) => owner)).toEqual([
      "release-engineer",
      "sre-on-call",
      "product-owner",
      "change-board",
    ]);
  });

  it("asks for remediation and a passed rehearsal where waivers are disallowed", () => {
    const policy = { ...DEFAULT_POLICY, disallowWaivers: true };
    const verdict = evaluateGate(policy, withDefect("a failed rehearsal"), NOW);
    expect(verdict.fixes.map(({ action }) => action)).toEqual([
      expect.stringContaining("Record the remediation"),
      expect.stringContaining("Rehearse the rollback"),
    ]);
  });

  it("points at the look-up where no new evidence would help", () => {
    expect(fixes(withDefect("incidents unreachable"))).toMatchObject([{ owner: "admin", clears: ["incidents.open"] }]);
  });

  it("names nobody where nobody can do it", () => {
    const facts = approvingFacts({ signatures: { state: "found", value: [] }, approvers: [CLEO] });
    expect(fixes(facts).map(({ people }) => people)).toEqual([[], [], ["Cleo Change"]]);
  });

  it("is empty exactly when the release is approved", () => {
    expect(fixes(approvingFacts())).toEqual([]);
  });
});
