import { expect, it } from "vitest";
import { canRetry, readResult } from "./result";

it.each([
  ["archive", "failed", {}, true],
  ["archive", "pending", {}, true],
  ["archive", "done", { digest: "sha256:a" }, false],
  ["dashboards", "skipped", {}, true],
  ["dashboards", "done", { links: [] }, false],
  ["rollback", "skipped", {}, false],
  ["notify", "done", { recipients: [] }, true],
  ["notify", "done", { recipients: ["Chris Board"] }, false],
  ["close", "done", {}, false],
] as const)("%s that is %s with %o can be tried again: %s", (step, state, result, expected) => {
  expect(canRetry({ step, state, result: readResult(result) }, false)).toBe(expected);
});

it("of a release that was rolled back only the archive is still made", () => {
  expect(canRetry({ step: "notify", state: "failed", result: {} }, true)).toBe(false);
  expect(canRetry({ step: "archive", state: "failed", result: {} }, true)).toBe(true);
});

it("a stored result that cannot be read is nothing, not an error", () => {
  expect(readResult("odd")).toEqual({});
  expect(readResult({ links: 1 })).toEqual({});
  expect(readResult(null)).toEqual({});
});
