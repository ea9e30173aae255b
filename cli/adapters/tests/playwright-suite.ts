import { z } from "zod";
import type { Execution, ReportedTest } from "../adapter";
import { shaped } from "../json-parts";

const text = z.string().nullish();
const error = z.object({ message: text, stack: text, value: text, snippet: text });
const result = z.object({
  duration: z.number(),
  error: error.nullish(),
  stdout: z.array(z.object({ text })).nullish(),
});
type Result = z.output<typeof result>;
const test = z.object({
  projectName: text,
  status: z.enum(["expected", "unexpected", "flaky", "skipped"]),
  results: z.array(result),
});
const spec = z.object({ title: z.string(), file: text, line: z.number().nullish(), tests: z.array(test) });
const suite = z.object({
  title: z.string(),
  specs: z.array(spec).default([]),
  suites: z.array(z.unknown()).default([]),
});

const EXECUTIONS: Record<z.output<typeof test>["status"], Execution> = {
  expected: "passed",
  unexpected: "failed",
  flaky: "flaky",
  skipped: "skipped",
};

/** The tests of a suite and of the suites within it, each once for each project. `titles` are those of its parents. */
export function* playwrightTests(value: unknown, where: string, titles?: readonly string[]): Generator<ReportedTest> {
  const { title, specs, suites } = shaped(suite, value, where);
  // The outermost suite is the file.
  const describes = titles ? [...titles, title] : [];
  for (const each of specs) yield* testsOf(each, describes);
  for (const [index, inner] of suites.entries()) {
    yield* playwrightTests(inner, `${where}.suites[${index}]`, describes);
  }
}

function* testsOf({ title, file, line, tests }: z.output<typeof spec>, describes: string[]): Generator<ReportedTest> {
  for (const { projectName, status, results } of tests) {
    const execution = EXECUTIONS[status];
    const group = [projectName, ...describes].filter((each) => each).join(" › ");
    yield {
      name: title,
      execution,
      identity: JSON.stringify([projectName ?? "", file ?? "", describes, title, line ?? 0]),
      durationMs: results.reduce((sum, { duration }) => sum + Math.max(duration, 0), 0),
      ...(group ? { group } : {}),
      ...(file ? { file } : {}),
      ...(execution === "failed" ? said(results) : {}),
    };
  }
}

/** What the last execution with an error says. */
function said(results: readonly Result[]): { message?: string; excerpt?: string } {
  const { error, stdout } = results.findLast((each) => each.error) ?? results.at(-1) ?? {};
  const output = (stdout ?? []).map((piece) => piece.text ?? "").join("");
  const trace = [error?.stack ?? error?.message, error?.snippet].filter((each) => each).join("\n");
  const message = error?.message ?? error?.value ?? undefined;
  const excerpt = trace || output;
  return { ...(message ? { message } : {}), ...(excerpt ? { excerpt } : {}) };
}
