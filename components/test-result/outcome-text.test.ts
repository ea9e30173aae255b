import { expect, it } from "vitest";
import { stripText } from "./outcome-text";

it("a strip of outcomes says in words what it shows, in the same order", () => {
  expect(stripText(["passed", "passed", "flaky", "failed", "passed"])).toBe(
    "5 runs, oldest first: 2 passed, 1 flaky, 1 failed, 1 passed",
  );
  expect(stripText([null, "skipped"])).toBe("2 runs, oldest first: 1 absent, 1 skipped");
  expect(stripText(["not_run"])).toBe("1 run: 1 not run");
  expect(stripText(["failed"])).toBe("1 run: 1 failed");
  expect(stripText([])).toBe("No run yet");
});
