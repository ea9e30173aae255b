import { tooOld } from "@/lib/core/gate/deployable";
import { parseWith } from "@/lib/core/parse";
import { uncoveredArtifacts } from "@/lib/core/release/ship";
import { badInput, EXIT } from "../exit";
import { readJson } from "../files/read";
import { subjectOf, toldRelease } from "../gate/judged";
import { type DecisionFile, decisionFile } from "../gate/verify/decision-schema";
import { serverFaults } from "../gate/verify/on-server";
import { shippedArtifacts } from "../gate/verify/shipped";
import { milliseconds } from "../gate/wait/times";
import type { Io } from "../io";
import { type ConnectionOptions, connectionFrom } from "../server/connection";
import { tellVerified } from "./verify-report";

export type VerifyDecisionOptions = ConnectionOptions & {
  artifact?: string[];
  service?: string;
  environment?: string;
  version?: string;
  commit?: string;
  maxAge: string;
  offline?: boolean;
  json?: boolean;
};
const LONGEST_AGE_SECONDS = 30 * 24 * 3600;

/**
 * What a deploy step asks before it deploys: does the server stand behind this decision file, is it of this release,
 * and are these files what was approved? Exit code 0 only when all of it holds; 1 with every reason otherwise.
 */
export async function verifyDecision(io: Io, path: string, options: VerifyDecisionOptions): Promise<number> {
  const maxAgeSeconds = milliseconds("--max-age", options.maxAge, LONGEST_AGE_SECONDS) / 1000;
  const file = await readDecision(io, path);
  const given = options.artifact ?? [];
  if (given.length === 0) throw badInput("missing: --artifact names what is about to be deployed");
  const shipped = await shippedArtifacts(io, given);
  const faults = [
    ...(file.verdict.verdict === "approve" ? [] : [`the decision is ${file.verdict.verdict}, not approve`]),
    ...otherRelease(io, file, options),
    ...uncoveredArtifacts(file.artifacts, shipped),
    ...(options.offline
      ? ageFault(io, file, maxAgeSeconds)
      : await serverFaults(io, await connectionFrom(io, options), file, maxAgeSeconds)),
  ];
  const { release, decisionId } = file;
  const what = `decision ${decisionId} of ${subjectOf(release)}, ${shipped.length} of ${file.artifacts.length} artifacts`;
  tellVerified(io, { what, faults: [...new Set(faults)], unverified: options.offline === true, json: options.json });
  return faults.length === 0 ? EXIT.approve : EXIT.reject;
}

async function readDecision(io: Io, path: string): Promise<DecisionFile> {
  const document = await readJson(io, path);
  const isVerdict = typeof document === "object" && document !== null && !("decisionId" in document);
  if (isVerdict) throw badInput(`${path}: is no stored decision; \`readiness gate --decision-file\` writes one`);
  return parseWith(decisionFile, document, path);
}

function otherRelease(io: Io, { release }: DecisionFile, options: VerifyDecisionOptions): string[] {
  const wanted = { ...toldRelease(io, options), commit: options.commit };
  return (["service", "environment", "version", "commit"] as const).flatMap((name) =>
    wanted[name] === undefined || wanted[name] === release[name]
      ? []
      : [`the decision is of ${name} ${release[name]}, but ${wanted[name]} is to be deployed`],
  );
}

/** Without the server only this machine's clock is there to judge by. */
function ageFault(io: Io, { verdict }: DecisionFile, maxAgeSeconds: number): string[] {
  const fault = tooOld(verdict.at, io.now().toISOString(), maxAgeSeconds);
  return fault === null ? [] : [fault];
}
