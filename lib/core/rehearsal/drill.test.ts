import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DrillStep, judgeDrill, remainingSteps } from "./drill";

const passed = (name: DrillStep["name"]): DrillStep => ({ name, ended: "passed" });
const failed = (name: DrillStep["name"]): DrillStep => ({ name, ended: "failed", fault: "exited with code 1" });
const interrupted = (name: DrillStep["name"]): DrillStep => ({ name, ended: "interrupted" });
const whole = [passed("deploy"), passed("rollback"), passed("verify")];
const unlimited = { tookSeconds: 60, maxSeconds: null };

describe("judgeDrill", () => {
  it.each<[string, DrillStep[], string, string[]]>([
    ["every step passed", whole, "passed", []],
    ["nothing was begun", [], "aborted", []],
    [
      "the deployment failed",
      [failed("deploy")],
      "aborted",
      ["The deploy step exited with code 1. The rollback was not tried."],
    ],
    [
      "the rollback failed",
      [passed("deploy"), failed("rollback")],
      "failed",
      ["The rollback step exited with code 1."],
    ],
    [
      "the verification failed",
      [passed("deploy"), passed("rollback"), failed("verify")],
      "failed",
      ["The verify step exited with code 1."],
    ],
    [
      "it was interrupted",
      [passed("deploy"), interrupted("rollback")],
      "aborted",
      ["The rollback step was interrupted."],
    ],
    ["it did not come to its end", [passed("deploy")], "aborted", ["The drill did not end."]],
  ])("%s", (_what, steps, outcome, gaps) => {
    expect(judgeDrill(steps, unlimited)).toEqual({ outcome, gaps });
  });

  it("a drill that took as long as it may passed, one that took longer failed and says so", () => {
    expect(judgeDrill(whole, { tookSeconds: 60, maxSeconds: 60 }).outcome).toBe("passed");
    expect(judgeDrill(whole, { tookSeconds: 60.1, maxSeconds: 60 })).toEqual({
      outcome: "failed",
      gaps: ["The drill took 61 s, longer than the 60 s allowed."],
    });
  });

  it("nothing but three steps that passed is a drill that passed", () => {
    const ends = fc.constantFrom(passed, failed, interrupted);
    fc.assert(
      fc.property(fc.array(ends, { maxLength: 3 }), (made) => {
        const names = ["deploy", "rollback", "verify"] as const;
        const steps = made.flatMap((make, index) => (names[index] ? [make(names[index])] : []));
        const isWhole = steps.length === 3 && steps.every(({ ended }) => ended === "passed");
        // A step is begun only when those before it passed.
        fc.pre(steps.slice(0, -1).every(({ ended }) => ended === "passed"));
        expect(judgeDrill(steps, unlimited).outcome === "passed").toBe(isWhole);
      }),
    );
  });
});

it("the steps that were not begun come after those that were", () => {
  expect(remainingSteps([])).toEqual(["deploy", "rollback", "verify"]);
  expect(remainingSteps([passed("deploy")])).toEqual(["rollback", "verify"]);
});
