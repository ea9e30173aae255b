import { fieldPath, invalid } from "@/lib/core/errors";
import { parseWith } from "@/lib/core/parse";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import { playbookSuite, runnerSuite } from "@/lib/core/scorecard/wire";
import type { TestResultsDocument } from "@/lib/core/test-results/wire";
import { badInput } from "../exit";
import { readJson } from "../files/read";
import type { Io } from "../io";
import { defaultRunId } from "../runner/run-id";
import { readReportedSuite, reportsBySuite } from "./reported-suite";
import type { SuiteDocument } from "./suite-document";
import { type TestedSuite, testsDocument } from "./tests-document";

export type ScorecardSources = {
  /** `unit=reports/unit.xml`, repeatable for one suite. */
  junit: readonly string[];
  /** The same of any format. */
  reports: readonly string[];
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
/** `tests`: how each test ended, of the suites that reports tell of. */
export type BuiltScorecard = { document: Record<string, unknown>; tests: TestResultsDocument | null };

/** Makes a scorecard, in the runner's form, of reports and suite files. The core says whether it passed. */
export async function buildScorecard(
  io: Io,
  sources: ScorecardSources,
  about: ScorecardAbout,
): Promise<BuiltScorecard> {
  const suites: SuiteDocument[] = [];
  const tested: TestedSuite[] = [];
  const given = [
    { option: "--junit", pairs: sources.junit, format: "junit" },
    { option: "--report", pairs: sources.reports },
  ];
  for (const [name, reports] of reportsBySuite(given)) {
    const { document, tests } = await readReportedSuite(io, name, reports);
    suites.push(document);
    tested.push({ suite: name, tests });
  }
  for (const path of sources.suites) suites.push(await suiteFile(io, path));
  const [runId, generatedAt] = [about.runId ?? defaultRunId(io), io.now().toISOString()];
  const { release, commit, environment, owner } = about;
  const document = {
    run_id: runId,
    ...(release === undefined ? {} : { release }),
    commit,
    environment,
    suites,
    waivers: [],
    generated_at: generatedAt,
    ...(owner === undefined ? {} : { owner }),
  };
  const overallPassed = parseScorecard(document).overallPassed;
  const tests = testsDocument({ runId, commit, environment, ranAt: generatedAt }, tested);
  return { document: { ...document, overall_passed: overallPassed }, tests };
}

async function suiteFile(io: Io, path: string): Promise<SuiteDocument> {
  const document = await readJson(io, path);
  const isRunner = typeof document === "object" && document !== null && "suite" in document;
  if (isRunner) return parseWith(runnerSuite, document, path);
  const { name, status, ...measured } = parseWith(playbookSuite, document, path);
  return { suite: name, passed: status === "passed", ...measured };
}

/** What a document says must not contradict what the command was told. */
export function agree(document: Record<string, unknown>, field: string, told: string | undefined): string | undefined {
  const said = document[field];
  if (said === undefined || said === null) return told;
  if (typeof said !== "string") throw invalid(fieldPath([field]), "must be text");
  if (told !== undefined && said !== told) throw badInput(`${field}: the file says ${said}, but ${told} was asked for`);
  return said;
}
