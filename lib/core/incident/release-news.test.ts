import { expect, it } from "vitest";
import { STAGES } from "../release/stages";
import { releaseNews } from "./release-news";

it.each([
  ["approval", "running", "waits for its signatures"],
  ["production", "running", "is being rolled out"],
  ["production", "succeeded", "was rolled out"],
  ["production", "failed", "could not be rolled out"],
  ["rolled_back", "succeeded", "was rolled back"],
  ["rejected", "succeeded", "was rejected"],
] as const)("responders are told of %s %s", (stage, status, news) => {
  expect(releaseNews({ stage, status })).toBe(news);
});

it("nobody is told of what happens before users can notice it", () => {
  const early = STAGES.slice(0, STAGES.indexOf("approval"));
  expect(early).toEqual(["candidate", "build", "readiness", "staging"]);
  for (const stage of [...early, "archived"] as const) {
    for (const status of ["running", "succeeded", "failed"] as const) expect(releaseNews({ stage, status })).toBeNull();
  }
});
