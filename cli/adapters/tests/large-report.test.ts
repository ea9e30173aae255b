import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { processIo } from "../../io";
import { Workspace } from "../../testing/run";
import type { ReportedTest } from "../adapter";
import { SuiteEvidence } from "../suite-evidence";
import { ctrf } from "./ctrf";
import { junit } from "./junit";

const TESTS = 3_000;
const TRACE = "at some.very.long.package.Name.method(Name.java:1)\n".repeat(200);
const MEGABYTE = 1024 * 1024;

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

function* junitReport() {
  yield '<testsuite name="large">';
  for (let index = 0; index < TESTS; index += 1) {
    yield `<testcase name="t${index}"><failure>${TRACE}</failure></testcase>`;
  }
  yield "</testsuite>";
}

function* ctrfReport() {
  const trace = JSON.stringify(TRACE);
  yield `{"results":{"summary":{"tests":${TESTS},"failed":${TESTS}},"tests":[`;
  for (let index = 0; index < TESTS; index += 1) {
    yield `${index === 0 ? "" : ","}{"name":"t${index}","status":"failed","trace":${trace}}`;
  }
  yield "]}}";
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** Bytes that something still holds. */
function inUse(): number {
  collectGarbage();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

/** Evidence that takes note of how much memory is held while a report is read. */
class Measured extends SuiteEvidence {
  tests = 0;
  mostBytes = 0;

  override test(test: ReportedTest): void {
    super.test(test);
    this.tests += 1;
    if (this.tests % 500 === 0) this.mostBytes = Math.max(this.mostBytes, inUse());
  }
}

it.each([
  ["JUnit XML", junit, junitReport],
  ["CTRF JSON", ctrf, ctrfReport],
])("30 MB of %s are read without holding them in memory", async (_what, adapter, report) => {
  const path = join(workspace.folder, "large");
  await pipeline(Readable.from(report()), createWriteStream(path));
  const evidence = new Measured("large");
  const before = inUse();
  await adapter.read({ ...processIo(), cwd: workspace.folder }, "large", evidence);
  expect(evidence.tests).toBe(TESTS);
  expect(evidence.result()).toMatchObject({ tests: { failed: TESTS }, failures: { length: 200 } });
  expect(evidence.mostBytes - before).toBeLessThan(16 * MEGABYTE);
});
