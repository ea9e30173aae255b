import { describe, expect, it } from "vitest";
import { processIo } from "../../io";
import { inProject } from "./place";

describe("a file as a scanner names it", () => {
  it.each([
    ["a path within", "/home/ci/project/src/a.ts", "src/a.ts"],
    ["an address within", "file:///home/ci/project/src/a%20b.ts", "src/a b.ts"],
    ["a relative path", "./src/../src/a.ts", "src/a.ts"],
    ["an escaped one", "src/a%20b.ts", "src/a b.ts"],
    ["a path elsewhere", "/usr/lib/a.py", "/usr/lib/a.py"],
    ["a relative path elsewhere", "../other/a.ts", "../other/a.ts"],
    ["a neighbour of a similar name", "/home/ci/project-2/a.ts", "/home/ci/project-2/a.ts"],
    ["a wrong escape", "src/100%.ts", "src/100%.ts"],
    ["an address of another machine", "file://host/a.ts", "file://host/a.ts"],
    ["an address on the web", "https://example.org/a/../b", "https://example.org/a/../b"],
    ["an image", "library/python", "library/python"],
  ])("%s", (_what, name, expected) => {
    expect(inProject({ ...processIo(), cwd: "/home/ci/project" }, name)).toBe(expected);
  });
});
