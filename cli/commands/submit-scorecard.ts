import { z } from "zod";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import type { TestResultsDocument } from "@/lib/core/test-results/wire";
import { badInput } from "../exit";
import { readJson } from "../files/read";
import { writeJson } from "../files/write";
import { headCommit } from "../git";
import { type Io, setting } from "../io";
import { agree, buildScorecard } from "../scorecard/build";
import { metricsOf } from "../scorecard/metrics";
import { required } from "../server/target";
import { type SendOptions, send } from "./send";

export type ScorecardOptions = SendOptions & {
  service?: string;
  environment?: string;
  commit?: string;
  junit?: string[];
  report?: string[];
  suite?: string[];
  runId?: string;
  version?: string;
  owner?: string;
  out?: string;
  metricsOut?: string;
  testsOut?: string;
};

const answer = z.looseObject({ id: z.string(), runId: z.string(), overallPassed: z.boolean(), duplicate: z.boolean() });

/** Sends a scorecard: a file, or one that is built from test reports. */
export async function submitScorecard(io: Io, file: string | undefined, options: ScorecardOptions): Promise<void> {
  const service = required(options.service ?? setting(io, "READINESS_SERVICE"), "--service or READINESS_SERVICE");
  const told = { environment: options.environment ?? setting(io, "READINESS_ENVIRONMENT"), commit: options.commit };
  const builds = [options.junit, options.report, options.suite].some((given) => given && given.length > 0);
  if (builds === (file !== undefined)) throw badInput("give either FILE or --report, --junit and --suite");
  const { document, environment, commit, tests } =
    file === undefined ? await built(io, options, told) : await fromFile(io, file, options, told);
  const scorecard = parseScorecard(document);
  if (options.out !== undefined) await writeJson(io, options.out, document);
  if (options.metricsOut !== undefined) {
    await writeJson(io, options.metricsOut, metricsOf(scorecard, { commit, environment }));
  }
  if (options.testsOut !== undefined) {
    if (!tests) throw badInput("--tests-out: no report tells of a test");
    await writeJson(io, options.testsOut, tests);
  }
  const body = { service, environment, commit, document };
  await send(io, options, { method: "POST", path: "scorecards", body }, answer, (stored) => {
    const passed = stored.overallPassed ? "passed" : "did not pass";
    const before = stored.duplicate ? " was stored before" : " is stored";
    return `Scorecard of run ${stored.runId}${before}: it ${passed} (${stored.id})`;
  });
}

type Told = { environment: string | undefined; commit: string | undefined };
type Sendable = { document: unknown; environment: string; commit: string; tests: TestResultsDocument | null };

async function built(io: Io, options: ScorecardOptions, told: Told): Promise<Sendable> {
  const environment = required(told.environment, "--environment or READINESS_ENVIRONMENT");
  const commit = required(told.commit ?? (await headCommit(io)) ?? undefined, "--commit (git does not know it)");
  const { junit = [], report: reports = [], suite: suites = [], runId, version: release, owner } = options;
  const about = { runId, release, owner, commit, environment };
  return { ...(await buildScorecard(io, { junit, reports, suites }, about)), environment, commit };
}

async function fromFile(io: Io, file: string, options: ScorecardOptions, told: Told): Promise<Sendable> {
  const document = await readJson(io, file);
  const fields = typeof document === "object" && document !== null ? { ...document } : {};
  agree(fields, "run_id", options.runId);
  agree(fields, "release", options.version);
  agree(fields, "owner", options.owner);
  const commit = agree(fields, "commit", told.commit) ?? (await headCommit(io)) ?? undefined;
  return {
    document,
    environment: required(agree(fields, "environment", told.environment), "--environment or READINESS_ENVIRONMENT"),
    commit: required(commit, "--commit (git does not know it)"),
    tests: null,
  };
}
