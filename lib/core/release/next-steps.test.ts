import { describe, expect, it } from "vitest";
import { nextSteps, possibleEnds } from "./next-steps";
import type { Stage, StageStatus } from "./stages";

const steps = (stage: Stage, status: StageStatus) =>
  nextSteps({ stage, status }).map((each) => Object.values(each).join(" "));
const ends = (stage: Stage, status: StageStatus) => possibleEnds({ stage, status });

describe("what a person can do next is what the order of stages allows", () => {
  it.each([
    ["candidate", "succeeded", ["build running"]],
    ["build", "running", ["build succeeded", "build failed"]],
    ["staging", "failed", ["staging running"]],
    ["approval", "succeeded", ["production running"]],
    ["production", "running", ["production succeeded", "production failed"]],
    ["production", "succeeded", ["archived succeeded"]],
    ["archived", "running", ["archived succeeded", "archived failed"]],
    ["archived", "succeeded", []],
    ["aborted", "succeeded", []],
    ["rolled_back", "succeeded", []],
  ] as const)("at %s, %s: %j", (stage, status, expected) => {
    expect(steps(stage, status)).toEqual(expected);
  });
});

describe("a release ends by abort or rejection before production, and by roll back from there on", () => {
  it.each([
    ["candidate", "succeeded", ["aborted", "rejected"]],
    ["approval", "running", ["aborted", "rejected"]],
    ["production", "failed", ["rolled_back"]],
    ["archived", "succeeded", ["rolled_back"]],
    ["rejected", "succeeded", []],
  ] as const)("at %s, %s: %j", (stage, status, expected) => {
    expect(ends(stage, status)).toEqual(expected);
  });
});
