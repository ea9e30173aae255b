import { dirname, resolve } from "node:path";
import { digestOf } from "@/lib/core/digest";
import type { Facts, Lookup, MetricsFact, ScorecardFact } from "@/lib/core/gate/facts";
import { type SplitManifest, splitManifestDocument } from "@/lib/core/manifest/export";
import type { ManifestContent } from "@/lib/core/manifest/schema";
import { latestValues, parseMetrics } from "@/lib/core/metrics/parse";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import { readJson } from "../files/read";
import type { Io } from "../io";

export type OfflineFiles = { manifest: string; scorecard?: string; metrics?: string };

/** Environments that are known not to be production; the rollout window is judged for every other one. */
const NOT_PRODUCTION = ["staging", "preprod"];
const NO_REGISTRY = "no file gives it; ask the registry, with --server";

/**
 * Everything that files say about a release. What no file gives is missing; approvals and waivers that the manifest's
 * file lists are claims that nobody verified.
 */
export async function offlineFacts(io: Io, files: OfflineFiles): Promise<Facts> {
  const { content, digest, revision, approvals, waivers } = await readManifest(io, files.manifest);
  return {
    release: {
      id: null,
      service: content.service,
      serviceId: null,
      environment: content.environment,
      isProduction: !NOT_PRODUCTION.includes(content.environment),
      version: content.release,
      commit: content.commit,
      createdBy: null,
    },
    scorecard: await scorecardLookup(io, files, content),
    metrics: await metricsLookup(io, files.metrics, content),
    manifest: { state: "found", value: { id: null, revision, digest, content, submittedBy: null } },
    rehearsals: missing(NO_REGISTRY),
    requiredRoles: missing(NO_REGISTRY),
    signatures: approvals ? found(approvals) : missing("the manifest's file lists no approvals"),
    approvers: [],
    waivers: waivers ? found(waivers) : missing('the manifest\'s file lists no waivers; "waivers": [] says none'),
    incidents: missing(NO_REGISTRY),
    calendars: missing(NO_REGISTRY),
    freezeOverrides: missing(NO_REGISTRY),
    verified: false,
  };
}

const found = <T>(value: T): Lookup<T> => ({ state: "found", value });
const missing = (reason: string): { state: "missing"; reason: string } => ({ state: "missing", reason });

async function readManifest(io: Io, path: string): Promise<SplitManifest> {
  return splitManifestDocument(await readJson(io, path));
}

async function scorecardLookup(io: Io, files: OfflineFiles, content: ManifestContent): Promise<Lookup<ScorecardFact>> {
  const path = files.scorecard ?? besideManifest(io, files.manifest, content.scorecard_path);
  if (path === undefined) return missing("no --scorecard was given and the manifest names no scorecard_path");
  const document = await readJson(io, path);
  const scorecard = parseScorecard(document);
  const digest = digestOf(document);
  const named = content.scorecard;
  if (named && (named.digest !== digest || named.run_id !== scorecard.runId)) {
    return missing(`the manifest names the scorecard of run ${named.run_id} (${named.digest}), this one is ${digest}`);
  }
  // A manifest that names the digest ties the run to its own commit and environment.
  const tie = named ? { commit: content.commit, environment: content.environment } : scorecard;
  const { commit, environment } = tie;
  return found({ id: null, scorecard, digest, commit, environment, submittedBy: null });
}

function besideManifest(io: Io, manifest: string, path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(io.cwd, dirname(manifest), path);
}

async function metricsLookup(
  io: Io,
  path: string | undefined,
  { commit, environment }: ManifestContent,
): Promise<Lookup<MetricsFact>> {
  if (path === undefined) return missing("no --metrics was given");
  const document = parseMetrics(await readJson(io, path));
  if (document.commit !== commit) return missing(`the metrics are of commit ${document.commit}, not of ${commit}`);
  if (document.environment !== environment) {
    return missing(`the metrics are of ${document.environment}, not of ${environment}`);
  }
  return found({ id: null, values: latestValues(document), takenAt: document.taken_at, submittedBy: null });
}
