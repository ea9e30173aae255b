import type { Io } from "../io";
import { plain } from "../report/text";
import { type ConnectionOptions, connectionFrom } from "../server/connection";
import { required } from "../server/target";
import { faultOf } from "./fault";
import type { RunPlan } from "./plan";
import type { Ran, Submission } from "./report";

/** Before an hour of suites rather than after it: where to, with which token, for which service. */
export async function checkSubmission(io: Io, { service }: RunPlan, options: ConnectionOptions): Promise<void> {
  required(service, "--service or READINESS_SERVICE");
  await connectionFrom(io, options);
}

type Part = { noun: string; file: string; send(): Promise<void> };

/**
 * Sends the files of a run: scorecard, tests, metrics. Keys are made of the content, so sending again is harmless. A
 * failure is told with how to send later, and thrown never.
 */
export async function submitRun(io: Io, { plan, tests }: Ran, options: ConnectionOptions): Promise<Submission> {
  const parts = await partsOf(io, plan, tests !== null, options);
  for (const [index, { noun, send }] of parts.entries()) {
    try {
      await send();
    } catch (error) {
      const reason = `${noun}: ${plain(faultOf(error, "sending failed unexpectedly"))}`;
      io.err(`readiness: not submitted: ${reason}\n`);
      io.err("readiness: the files are kept; send them later with\n");
      for (const part of parts.slice(index)) io.err(`  ${commandOf(plan, part)}\n`);
      return { submitted: false, reason };
    }
  }
  return { submitted: true, reason: null };
}

async function partsOf(
  io: Io,
  { service, environment, commit, files }: RunPlan,
  hasTests: boolean,
  connection: ConnectionOptions,
): Promise<Part[]> {
  const [{ submitScorecard }, { submitTests }, { submitMetrics }] = await Promise.all([
    import("../commands/submit-scorecard"),
    import("../commands/submit-tests"),
    import("../commands/submit-metrics"),
  ]);
  const options = { ...connection, ...(service === undefined ? {} : { service }), environment, commit };
  const { scorecard, tests, metrics } = files;
  return [
    { noun: "scorecard", file: scorecard, send: () => submitScorecard(io, scorecard, options) },
    ...(hasTests ? [{ noun: "tests", file: tests, send: () => submitTests(io, tests, options) }] : []),
    { noun: "metrics", file: metrics, send: () => submitMetrics(io, metrics, options) },
  ];
}

const commandOf = ({ service, environment }: RunPlan, { noun, file }: Part): string =>
  `readiness submit ${noun} ${file} --service ${service} --environment ${environment}`;
