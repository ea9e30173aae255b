import { fieldPath, invalid } from "@/lib/core/errors";
import { parseWith } from "@/lib/core/parse";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import { playbookSuite, runnerSuite } from "@/lib/core/scorecard/wire";
import { readJunit } from "../adapters/junit";
import { badInput } from "../exit";
import { readJson } from "../files/read";
import { type Io, setting } from "../io";

export type ScorecardSources = {
  /** `unit=reports/unit.xml`, repeatable for one suite. */
  junit: readonly string[];
  /** Files of one suite each, in either wire form. */
  suites: readonly string[];
};
export type ScorecardAbout = {
  runId: string | undefined;
  release: string | undefined;
  owner: string | undefined;
  commit: string;
  environment: string;
};
type SuiteDocument = { suite: string; passed: boolean; [field: string]: unknown };

/** Makes a scorecard, in the runner's form, of reports and suite files. The core says whether it passed. */
export async function buildScorecard(
  io: Io,
  sources: ScorecardSources,
  about: ScorecardAbout,
): Promise<Record<string, unknown>> {
  const suites: SuiteDocument[] = [];
  for (const [name, patterns] of groupByName(sources.junit)) suites.push(await junitSuite(io, name, patterns));
  for (const path of sources.suites) suites.push(await suiteFile(io, path));
  const document = {
    run_id: about.runId ?? defaultRunId(io),
    ...(about.release === undefined ? {} : { release: about.release }),
    commit: about.commit,
    environment: about.environment,
    suites,
    waivers: [],
    generated_at: io.now().toISOString(),
    ...(about.owner === undefined ? {} : { owner: about.owner }),
  };
  return { ...document, overall_passed: parseScorecard(document).overallPassed };
}

/** `unit=a.xml`, `unit=b.xml` → unit: a.xml, b.xml, in their order. */
function groupByName(pairs: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    const [name, pattern] = [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()];
    if (!name || !pattern) throw badInput(`--junit ${pair}: write SUITE=FILE, such as unit=reports/unit.xml`);
    groups.set(name, [...(groups.get(name) ?? []), pattern]);
  }
  return groups;
}

async function junitSuite(io: Io, suite: string, patterns: readonly string[]): Promise<SuiteDocument> {
  const { tests, durationSeconds, violations, files } = await readJunit(io, patterns);
  return {
    suite,
    passed: tests.failed === 0 && tests.passed > 0 && violations.length === 0,
    tests,
    ...(durationSeconds === null ? {} : { duration_seconds: durationSeconds }),
    ...(violations.length === 0 ? {} : { threshold_violations: violations.map((text) => text.slice(0, 1000)) }),
    artifacts: files.slice(0, 1000),
  };
}

async function suiteFile(io: Io, path: string): Promise<SuiteDocument> {
  const document = await readJson(io, path);
  const isRunner = typeof document === "object" && document !== null && "suite" in document;
  if (isRunner) return parseWith(runnerSuite, document, path);
  const { name, status, ...measured } = parseWith(playbookSuite, document, path);
  return { suite: name, passed: status === "passed", ...measured };
}

/** One run of a workflow is one run; elsewhere each submission is. */
function defaultRunId(io: Io): string {
  const [run, attempt] = [setting(io, "GITHUB_RUN_ID"), setting(io, "GITHUB_RUN_ATTEMPT")];
  return run ? `github-${run}-${attempt ?? "1"}` : `run-${io.randomId()}`;
}

/** What a document says must not contradict what the command was told. */
export function agree(document: Record<string, unknown>, field: string, told: string | undefined): string | undefined {
  const said = document[field];
  if (said === undefined || said === null) return told;
  if (typeof said !== "string") throw invalid(fieldPath([field]), "must be text");
  if (told !== undefined && said !== told) throw badInput(`${field}: the file says ${said}, but ${told} was asked for`);
  return said;
}
