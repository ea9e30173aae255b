import { describe, expect, it } from "vitest";
import { parseLargeOptions } from "./large-options";

describe("the options of the large sample", () => {
  it("are the usual size where none is given, and what is given else", () => {
    expect(parseLargeOptions([])).toEqual({ releases: 100_000, services: 50, years: 2, remove: false });
    expect(parseLargeOptions(["--releases", "1000", "--services=3", "--remove"])).toMatchObject({
      releases: 1000,
      services: 3,
      remove: true,
    });
  });

  it.each([
    ["--releases", "0"],
    ["--releases", "many"],
    ["--services", "1000"],
    ["--years", "0.5"],
    ["--size", "3"],
    ["x"],
  ])("refuse %s %s", (...args) => {
    expect(() => parseLargeOptions(args)).toThrow();
  });
});
