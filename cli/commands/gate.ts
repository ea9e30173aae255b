import { evaluateGate } from "@/lib/core/gate/evaluate";
import type { Facts } from "@/lib/core/gate/facts";
import type { Verdict } from "@/lib/core/gate/verdict";
import { parseInstant } from "@/lib/core/instant";
import { badInput, exitOfVerdict } from "../exit";
import { readJson } from "../files/read";
import { writeJson } from "../files/write";
import { askServer } from "../gate/ask-server";
import { readGateConfig } from "../gate/config";
import { discardDecision } from "../gate/decision-file";
import { inGateSpan } from "../gate/gate-span";
import { type Judged, subjectOf, toldRelease } from "../gate/judged";
import { offlineFacts } from "../gate/offline-facts";
import { waitTimes } from "../gate/wait/times";
import { waitForDecision } from "../gate/wait/wait";
import type { Io } from "../io";
import { deliverVerdict, type ReportOptions } from "../report/deliver";
import { type ConnectionOptions, connectionFrom } from "../server/connection";
import type { TargetOptions } from "../server/target";
import { inOperation } from "../telemetry/operation";

export type GateOptions = ConnectionOptions &
  TargetOptions &
  ReportOptions & {
    commit?: string;
    idempotencyKey?: string;
    manifest?: string;
    config?: string;
    scorecard?: string;
    metrics?: string;
    facts?: string;
    at?: string;
    wait?: string;
    poll?: string;
    decisionFile?: string;
  };

/** Asks whether a release may ship. Gives the exit code: 0 for an approve and nothing else. */
export function runGate(io: Io, options: GateOptions): Promise<number> {
  return inOperation(io, "gate", async (telemetry) => {
    if (options.decisionFile !== undefined) await discardDecision(io, options.decisionFile);
    const { verdict, record, context } = await inGateSpan(telemetry, () => judge(io, options));
    if (options.decisionFile !== undefined) await writeJson(io, options.decisionFile, record);
    await deliverVerdict(io, verdict, context, options);
    return exitOfVerdict(verdict.verdict);
  });
}

const SERVER_OPTIONS = ["server", "tokenFile", "release", "idempotencyKey", "wait", "poll"] as const;

function judge(io: Io, options: GateOptions): Promise<Judged> {
  if (options.facts !== undefined) return judgeFacts(io, options.facts, options);
  if (options.manifest !== undefined) return judgeFiles(io, options.manifest, options);
  refuseOptions(options, ["config", "scorecard", "metrics", "at", "commit"], "goes with --manifest or --facts only");
  return judgeOnServer(io, options);
}

async function judgeOnServer(io: Io, options: GateOptions): Promise<Judged> {
  const { wait, poll } = options;
  if (wait === undefined) {
    refuseOptions(options, ["poll"], "goes with --wait");
    return askServer(io, await connectionFrom(io, options), options, options.idempotencyKey);
  }
  refuseOptions(options, ["idempotencyKey"], "does not go with --wait, which may ask more than once");
  const times = waitTimes(wait, poll);
  return waitForDecision(io, await connectionFrom(io, options), options, times);
}

async function judgeFiles(io: Io, manifest: string, options: GateOptions): Promise<Judged> {
  refuseOptions(options, [...SERVER_OPTIONS, "at"], "does not go with --manifest");
  if (options.config === undefined) throw badInput("missing: --manifest needs --config gate_config.yml");
  const policy = await readGateConfig(io, options.config);
  const { scorecard, metrics } = options;
  const facts = await offlineFacts(io, { manifest, scorecard, metrics });
  refuseOtherRelease(io, facts, options);
  return judged(evaluateGate(policy, facts, io.now()), facts);
}

/** Judges facts as they were recorded, at the instant given: to repeat a decision or to try a policy on it. */
async function judgeFacts(io: Io, path: string, options: GateOptions): Promise<Judged> {
  const others = [...SERVER_OPTIONS, "manifest", "scorecard", "metrics"] as const;
  refuseOptions(options, others, "does not go with --facts");
  const at = options.at === undefined ? io.now() : parseInstant(options.at);
  if (!at) throw badInput(`--at ${options.at}: must be an RFC 3339 time with a zone, such as 2025-10-01T12:00:00Z`);
  const policy = options.config === undefined ? null : await readGateConfig(io, options.config);
  // Facts of any shape are judged: what is not well-formed in them makes the checks that need it fail.
  const facts = (await readJson(io, path)) as Facts;
  return judged(evaluateGate(policy, facts, at), facts);
}

function judged(verdict: Verdict, { release, verified }: Partial<Facts>): Judged {
  const subject = release ? subjectOf(release) : null;
  return {
    verdict,
    record: verdict,
    context: { subject, decisionId: null, traceId: null, unverified: verified !== true },
    release: release ?? {},
  };
}

/** A pipeline that names its release must not be answered about another one. */
function refuseOtherRelease(io: Io, { release }: Facts, options: GateOptions): void {
  const expected = { ...toldRelease(io, options), commit: options.commit };
  for (const name of ["service", "environment", "version", "commit"] as const) {
    const wanted = expected[name];
    if (wanted !== undefined && wanted !== release[name]) {
      throw badInput(`${options.manifest}: the manifest is of ${name} ${release[name]}, but ${wanted} was asked for`);
    }
  }
}

function refuseOptions(options: GateOptions, names: readonly (keyof GateOptions)[], why: string): void {
  const given = names.find((name) => options[name] !== undefined);
  if (given) throw badInput(`--${given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${why}`);
}
