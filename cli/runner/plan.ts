import { rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { commitText, slugText, versionText } from "@/lib/core/release/identity";
import { canonicalSuiteName } from "@/lib/core/scorecard/suite-name";
import { runnerScorecard } from "@/lib/core/scorecard/wire";
import { badInput } from "../exit";
import { unreadable } from "../files/read";
import { headCommit } from "../git";
import { type Io, setting } from "../io";
import { required } from "../server/target";
import { type RunConfig, readRunConfig, type SuiteConfig } from "./config";
import { type RunFiles, runFiles } from "./run-files";
import { defaultRunId, runUrl } from "./run-id";

export type PlanOptions = {
  config?: string;
  only?: string[];
  environment?: string;
  service?: string;
  owner?: string;
  version?: string;
  commit?: string;
  runId?: string;
  outDir?: string;
};
export type RunPlan = {
  runId: string;
  commit: string;
  environment: string;
  service: string | undefined;
  owner: string | undefined;
  release: string | undefined;
  runUrl: string | undefined;
  suites: readonly SuiteConfig[];
  /** Names of the suites to run; null: all of them. */
  only: ReadonlySet<string> | null;
  files: RunFiles;
};

const DEFAULT_CONFIG = ".github/readiness/config.yml";
const ownerText = runnerScorecard.shape.owner.unwrap();
const RUN_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** What is to be run, as whom and into which files. Options beat the environment, which beats the file. */
export async function planRun(io: Io, options: PlanOptions): Promise<RunPlan> {
  const config = await readRunConfig(io, options.config ?? DEFAULT_CONFIG);
  const environment = options.environment ?? setting(io, "READINESS_ENVIRONMENT") ?? config.environment;
  const runId = options.runId ?? defaultRunId(io);
  if (!RUN_ID.test(runId)) {
    throw badInput(`--run-id ${runId}: must be 1 to 128 letters, digits, dots, dashes or underscores`);
  }
  return {
    runId,
    commit: await commitOf(io, options.commit),
    environment: checked(slugText, required(environment, "--environment or READINESS_ENVIRONMENT"), "environment"),
    service: options.service ?? setting(io, "READINESS_SERVICE") ?? config.service,
    owner: options.owner === undefined ? config.owner : checked(ownerText, options.owner, "--owner"),
    release: options.version === undefined ? undefined : checked(versionText, options.version, "--version"),
    runUrl: runUrl(io),
    suites: config.suites,
    only: onlySuites(config, options.only),
    files: runFiles(options.outDir ?? ".", runId),
  };
}

async function commitOf(io: Io, told: string | undefined): Promise<string> {
  const commit = told ?? (await headCommit(io)) ?? undefined;
  return checked(commitText, required(commit, "--commit (git does not know it)"), "--commit");
}

type Checking = { safeParse(text: string): { success: boolean; error?: { issues: { message: string }[] } } };

function checked(schema: Checking, text: string, name: string): string {
  const { success, error } = schema.safeParse(text);
  if (success) return text;
  throw badInput(`${name} ${text}: ${error?.issues[0]?.message ?? "is not valid"}`);
}

/** `--only unit,e2e --only security`; a name that no suite has is bad input, not an empty run. */
function onlySuites({ suites }: RunConfig, given: readonly string[] = []): Set<string> | null {
  if (given.length === 0) return null;
  const names = given.flatMap((text) => text.split(",")).map(canonicalSuiteName);
  const known = suites.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw badInput(`--only ${unknown}: there is no such suite; there are ${known.join(", ")}`);
  return new Set(names);
}

/**
 * Makes room for a run. One that has ended under the same id is not overwritten; what a killed one left is removed,
 * and so are the files of the run before, so that nobody takes them for this run's.
 */
export async function prepareFiles(io: Io, { runId, files }: RunPlan): Promise<void> {
  const exists = await stat(resolve(io.cwd, files.scorecard)).then(
    () => true,
    () => false,
  );
  if (exists) throw badInput(`${files.scorecard}: run ${runId} has ended already; give another --run-id`);
  for (const path of [files.logs, files.tests, files.metrics, files.report]) {
    await rm(resolve(io.cwd, path), { recursive: path === files.logs, force: true }).catch((error: unknown) => {
      throw unreadable(error, path);
    });
  }
}
