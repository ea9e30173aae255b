import { describe, expect, it } from "vitest";
import { onboardingOf } from "./progress";

const NOTHING = { hasService: false, hasToken: false, hasScorecard: false, decisions: 0, hasManifest: false };
const DONE = { hasService: true, hasToken: true, hasScorecard: true, decisions: 1, hasManifest: false };

describe("each step is ticked by what the tenant has", () => {
  it.each([
    ["nothing", {}, "connect"],
    ["a service without a token", { hasService: true }, "connect"],
    ["a token of a service", { hasService: true, hasToken: true }, "run"],
    ["a run", { hasService: true, hasToken: true, hasScorecard: true }, "ask"],
    ["an answer of the gate", DONE, null],
    ["a run whose token has ended", { hasService: true, hasScorecard: true }, "connect"],
  ])("%s", (_, facts, next) => {
    expect(onboardingOf({ ...NOTHING, ...facts }).next).toBe(next);
  });
});

describe("the first steps are shown until somebody goes further", () => {
  it.each([
    ["with nothing", NOTHING, true],
    ["with all three done", DONE, true],
    ["once the gate was asked again", { ...DONE, decisions: 2 }, false],
    ["once there is a manifest", { ...DONE, hasManifest: true }, false],
  ])("%s", (_, facts, isShown) => {
    expect(onboardingOf(facts).isShown).toBe(isShown);
  });
});
