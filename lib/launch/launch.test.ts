import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { temporaryHome } from "@/lib/testing/temporary-home";
import { duration } from "./console";
import { readState, writeState } from "./first-run-state";
import { junitTotals } from "./junit-totals";
import { parseOptions } from "./options";
import { createRestartBudget } from "./restart-budget";
import { sourceHash } from "./source-hash";

const home = temporaryHome();
afterAll(() => home.remove());

describe("the build is renewed exactly when what it reads changed", () => {
  const project = path.join(home.folder, "project");
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    writeFileSync(path.join(project, file), text);
  };
  let before: string;
  beforeEach(() => {
    write("app/page.tsx", "one");
    write("package-lock.json", "{}");
    before = sourceHash(project);
  });

  test.each(["app/page.tsx", "app/new/page.tsx", "lib/core/gate/evaluate.ts", "db/migrations/0001.sql", "cli/main.ts"])(
    "a change of %s renews it",
    (file) => {
      write(file, "another");
      expect(sourceHash(project)).not.toBe(before);
      write(file, "and another");
      expect(sourceHash(project)).not.toBe(before);
    },
  );

  test.each(["next.config.mjs", "package-lock.json", "proxy.ts"])("a change of %s at the root renews it", (file) => {
    write(file, "another");
    expect(sourceHash(project)).not.toBe(before);
  });

  test.each([
    "lib/core/gate.test.ts",
    "lib/launch/start.ts",
    "e2e/sign.spec.ts",
    "README.md",
    "cli/dist/readiness.mjs",
  ])("a change of %s does not", (file) => {
    write(file, String(Math.random()));
    expect(sourceHash(project)).toBe(before);
  });

  test("a file renamed with the same content renews it", () => {
    write("app/other.tsx", "x");
    const first = sourceHash(project);
    write("app/other.tsx", "");
    write("app/renamed.tsx", "x");
    expect(sourceHash(project)).not.toBe(first);
  });
});

describe("the closing line of the tests counts what the reports say", () => {
  const report = (xml: string) => {
    const file = path.join(home.folder, "report.xml");
    writeFileSync(file, xml);
    return junitTotals(file);
  };

  test("passed, failed, erring and skipped cases, in nested suites", () => {
    const xml = `<?xml version="1.0"?><testsuites tests="5"><testsuite name="a"><testcase name="1"/>
      <testcase name="2"><failure message="no">expected</failure></testcase>
      <testsuite name="b"><testcase name="3"><skipped/></testcase><testcase name="4"><error/></testcase>
      <testcase name="5"><system-out>failure</system-out></testcase></testsuite></testsuite></testsuites>`;
    expect(report(xml)).toEqual({ passed: 2, failed: 2 });
  });

  test("a case with several failures counts once", () => {
    expect(report(`<testsuite><testcase><failure/><failure/><error/></testcase></testsuite>`)).toEqual({
      passed: 0,
      failed: 1,
    });
  });

  test("a suite that wrote no report has passed nothing", () => {
    expect(junitTotals(path.join(home.folder, "absent.xml"))).toEqual({ passed: 0, failed: 0 });
  });

  test("a truncated report is an error, not a pass", () => {
    expect(() => report("<testsuite><testcase>")).toThrow();
  });
});

describe("starting", () => {
  test("an unknown option is named instead of ignored", () => {
    expect(parseOptions(["--no-sample"])).toEqual({ sample: false, dev: false });
    expect(() => parseOptions(["--no-samples"])).toThrow(/--no-samples/);
  });

  test("a first run that was cut short is known to be unfinished, with what was wanted", () => {
    const folder = path.join(home.folder, "state");
    mkdirSync(folder);
    expect(readState(folder)).toBeUndefined();
    writeState(folder, { sample: true, done: false });
    expect(readState(folder)).toEqual({ sample: true, done: false });
    writeFileSync(path.join(folder, "first-run.json"), "{");
    expect(() => readState(folder)).toThrow(/first-run\.json cannot be read/);
  });

  test("five unexpected ends within a minute are answered by a restart, the sixth is not", () => {
    let now = 0;
    const mayRestart = createRestartBudget(() => now);
    expect([1, 2, 3, 4, 5].map(mayRestart)).toEqual([true, true, true, true, true]);
    expect(mayRestart()).toBe(false);
    now = 60_001;
    expect(mayRestart()).toBe(true);
  });

  test.each([
    [449, "0.4 s"],
    [59_940, "59.9 s"],
    [119_600, "2 min 0 s"],
  ])("%i ms reads as %s", (milliseconds, text) => expect(duration(milliseconds)).toBe(text));
});
