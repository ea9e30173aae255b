import { z } from "zod";
import { badInput } from "../../exit";
import type { Io } from "../../io";
import type { Adapter, Execution, ReportedTest, ReportSink } from "../adapter";
import { asObject, jsonHead } from "../json-head";
import { expectKind, readJsonParts, shaped } from "../json-parts";
import { testFile } from "./report-file";

const count = z.number().int().nonnegative();
const status = z.enum(["passed", "failed", "skipped", "pending", "other"]);
const text = z.string().nullish();
const reported = z.object({
  name: z.string(),
  status,
  duration: z.number().nullish(),
  rawStatus: text,
  suite: z.union([z.string(), z.array(z.string())]).nullish(),
  filePath: text,
  browser: text,
  device: text,
  message: text,
  trace: text,
  flaky: z.boolean().nullish(),
  retries: count.nullish(),
  retryAttempts: z.array(z.object({ status: z.string() })).nullish(),
});
type Reported = z.output<typeof reported>;
const summary = z.object({ tests: count, failed: count, start: z.number().nullish(), stop: z.number().nullish() });

/** What tools call a test that nobody wanted to run, where CTRF has no word for it. */
const NOT_EXECUTED = new Set(["todo", "skipped", "pending", "disabled", "ignored"]);

/** Common Test Report Format, the JSON that reporters for many tools write. */
export const ctrf: Adapter = {
  name: "ctrf",
  title: "CTRF JSON",
  kind: "tests",
  detects(head) {
    const { reportFormat, results } = jsonHead(head);
    const parts = asObject(results);
    return reportFormat === "CTRF" || ("tool" in parts && ("summary" in parts || "tests" in parts));
  },
  read: readCtrf,
};

async function readCtrf(io: Io, path: string, sink: ReportSink): Promise<void> {
  let hasTests = false;
  let declared: z.output<typeof summary> | null = null;
  const shown = { tests: 0, failed: 0 };
  sink.tested();
  await readJsonParts(io, path, {
    "$.results.tests#": expectKind(["array"], () => {
      hasTests = true;
    }),
    "$.results.tests.*": (value, where) => {
      const test = toTest(io, shaped(reported, value, where));
      shown.tests += 1;
      // Some reporters count a flaky test as failed in their summary.
      if (test.execution === "failed" || test.execution === "flaky") shown.failed += 1;
      sink.test(test);
    },
    "$.results.summary": (value, where) => {
      declared = shaped(summary, value, where);
    },
  });
  if (!hasTests || !declared)
    throw badInput(`${path}: is not a CTRF report: it lacks results.tests or results.summary`);
  compare(path, declared, shown, sink);
}

function compare(
  path: string,
  declared: z.output<typeof summary>,
  shown: { tests: number; failed: number },
  sink: ReportSink,
): void {
  if (declared.tests > shown.tests) {
    sink.violation(`${path}: declares ${declared.tests - shown.tests} more tests than it shows`);
  }
  if (declared.failed > shown.failed) {
    sink.violation(`${path}: declares ${declared.failed - shown.failed} more failures than it shows`);
  }
  if (declared.start && declared.stop && declared.stop >= declared.start) {
    sink.duration((declared.stop - declared.start) / 1000);
  }
}

function toTest(io: Io, test: Reported): ReportedTest {
  const { name, duration, suite, filePath, browser, device, message, trace } = test;
  const place = [suite ?? []].flat();
  const group = [browser, device, ...place].filter((each) => each).join(" > ");
  const file = testFile(io, filePath ?? undefined);
  const execution = executionOf(test);
  return {
    name,
    execution,
    identity: JSON.stringify([place, name, filePath ?? "", browser ?? "", device ?? ""]),
    ...(group ? { group } : {}),
    ...(file ? { file } : {}),
    ...(typeof duration === "number" ? { durationMs: duration } : {}),
    ...(execution === "failed" ? said(test, message, trace) : {}),
  };
}

function said({ status, rawStatus }: Reported, message: Reported["message"], trace: Reported["trace"]) {
  const unknown = status === "other" ? `ended as ${rawStatus ?? "other"}` : undefined;
  return { message: message ?? unknown, excerpt: trace ?? undefined };
}

/** A status that CTRF has no word for is a failure, unless the tool says that the test was not to run. */
function executionOf({ status, rawStatus, flaky, retries, retryAttempts }: Reported): Execution {
  if (status === "failed") return "failed";
  if (status === "skipped" || status === "pending") return "skipped";
  if (status === "other") return NOT_EXECUTED.has((rawStatus ?? "").toLowerCase()) ? "skipped" : "failed";
  const hasFailed = (retryAttempts ?? []).some((attempt) => attempt.status === "failed");
  return flaky || hasFailed || (flaky !== false && (retries ?? 0) > 0) ? "flaky" : "passed";
}
