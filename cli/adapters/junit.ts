import type { TestCounts } from "@/lib/core/scorecard/model";
import { badInput } from "../exit";
import { findFiles } from "../files/glob";
import type { Io } from "../io";
import { type Execution, TestTally } from "./test-tally";
import { readXml, XML_LIMITS, type XmlElement } from "./xml-stream";

/** What JUnit XML reports say of one suite. `violations` are why it cannot have passed although no test failed. */
export type JunitResult = {
  tests: TestCounts;
  durationSeconds: number | null;
  violations: string[];
  files: string[];
};

/**
 * Reads JUnit XML reports, in the order given, as one suite. A test is the same in two reports when its suites, class,
 * name and file are: failed and then passed counts as passed and flaky.
 */
export async function readJunit(io: Io, patterns: readonly string[], limits = XML_LIMITS): Promise<JunitResult> {
  const tally = new TestTally();
  const result: JunitResult = { tests: tally.counts(), durationSeconds: null, violations: [], files: [] };
  for (const pattern of patterns) {
    for (const path of await findFiles(io, pattern)) {
      const report = new JunitReport(path, tally);
      await readXml(io, path, report, limits);
      report.finish(result);
    }
  }
  return { ...result, tests: tally.counts() };
}

type OpenSuite = { name: string; declaredBad: number; shownBad: number };
type OpenCase = { key: string; depth: number; failed: boolean; skipped: boolean; flaky: boolean };

const SUITES = new Set(["testsuites", "testsuite"]);
const DURATION_DIGITS = 1e6;

class JunitReport {
  readonly #suites: OpenSuite[] = [];
  readonly #violations: string[] = [];
  #case: OpenCase | null = null;
  #unnamed = 0;
  #sawRoot = false;
  #caseSeconds: number | null = null;
  #rootSeconds: number | null = null;

  constructor(
    readonly path: string,
    readonly tally: TestTally,
  ) {}

  open(element: XmlElement, depth: number): void {
    if (depth === 1) this.#openRoot(element);
    if (this.#case) {
      this.#openWithinCase(element.name, depth, this.#case);
    } else if (SUITES.has(element.name)) {
      this.#suites.push({ name: suiteKey(element), declaredBad: declaredBad(element), shownBad: 0 });
    } else if (element.name === "testcase") {
      this.#openCase(element, depth);
    } else if (element.name === "failure" || element.name === "error") {
      this.#violations.push(`${this.path}: a suite reports an ${element.name} outside of its tests`);
      this.#showBad();
    }
  }

  close(name: string, depth: number): void {
    if (this.#case) {
      if (depth !== this.#case.depth) return;
      this.tally.add(this.#case.key, executionOf(this.#case));
      this.#case = null;
    } else if (SUITES.has(name)) {
      const suite = this.#suites.pop();
      if (suite && suite.declaredBad > suite.shownBad) {
        const missing = suite.declaredBad - suite.shownBad;
        this.#violations.push(`${this.path}: declares ${missing} more failures or errors than it shows`);
      }
    }
  }

  finish(result: JunitResult): void {
    if (!this.#sawRoot) throw badInput(`${this.path}: is empty`);
    const seconds = this.#caseSeconds ?? this.#rootSeconds;
    if (seconds !== null) {
      const sum = (result.durationSeconds ?? 0) + seconds;
      result.durationSeconds = Math.round(sum * DURATION_DIGITS) / DURATION_DIGITS;
    }
    result.violations.push(...new Set(this.#violations));
    result.files.push(this.path);
  }

  #openRoot(element: XmlElement): void {
    if (!SUITES.has(element.name)) throw badInput(`${this.path}: is not a JUnit report, its root is ${element.name}`);
    this.#sawRoot = true;
    this.#rootSeconds = secondsOf(element);
  }

  #openCase(element: XmlElement, depth: number): void {
    const seconds = secondsOf(element);
    if (seconds !== null) this.#caseSeconds = (this.#caseSeconds ?? 0) + seconds;
    const said = `${element.attribute("status") ?? ""} ${element.attribute("result") ?? ""}`.toLowerCase();
    this.#case = {
      key: this.#caseKey(element),
      depth,
      failed: false,
      skipped: /\b(skipped|notrun|disabled|suppressed)\b/.test(said),
      flaky: false,
    };
  }

  /** A test without a name is never the same as another one. */
  #caseKey(element: XmlElement): string {
    const parts = ["classname", "name", "file", "line"].map((name) => element.attribute(name) ?? "");
    if (!parts[1]) this.#unnamed += 1;
    const place = parts[1] ? [] : [this.path, String(this.#unnamed)];
    return JSON.stringify([...this.#suites.map(({ name }) => name), ...parts, ...place]);
  }

  #openWithinCase(name: string, depth: number, test: OpenCase): void {
    if (name === "testcase" || SUITES.has(name)) throw badInput(`${this.path}: a test case holds a ${name}`);
    if (depth !== test.depth + 1) return;
    if (name === "failure" || name === "error") {
      test.failed = true;
      this.#showBad();
    }
    // Surefire's and Playwright's: a rerun that failed comes with a failure, a flaky one with a pass in the end.
    if (name === "flakyFailure" || name === "flakyError") test.flaky = true;
    if (name === "rerunFailure" || name === "rerunError") test.failed = true;
    if (name === "skipped") test.skipped = true;
  }

  #showBad(): void {
    for (const suite of this.#suites) suite.shownBad += 1;
  }
}

function executionOf({ failed, skipped, flaky }: OpenCase): Execution {
  if (failed) return "failed";
  if (skipped) return "skipped";
  return flaky ? "flaky" : "passed";
}

const suiteKey = (element: XmlElement): string =>
  ["name", "package", "hostname"].map((name) => element.attribute(name) ?? "").join("\n");

function declaredBad(element: XmlElement): number {
  const count = (name: string) => {
    const text = element.attribute(name)?.trim() ?? "";
    return /^\d{1,9}$/.test(text) ? Number(text) : 0;
  };
  return count("failures") + count("errors");
}

function secondsOf(element: XmlElement): number | null {
  const text = element.attribute("time")?.trim() ?? "";
  return /^\d{1,9}(\.\d{1,20})?$/.test(text) ? Number(text) : null;
}
