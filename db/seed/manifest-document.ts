import { digestOf, sha256 } from "@/lib/core/digest";
import type { Random } from "./random";
import type { RunSubject } from "./scorecard-document";
import { DAY, HOUR, plus } from "./time";

export type ManifestDraft = RunSubject & {
  author: { name: string; email: string };
  /** Version that a rollback returns to. */
  previous: string;
  scorecard: { runId: string; digest: string };
  window: { start: Date; end: Date };
  traceId: string;
  revision: number;
};

/** The window that a release of the past had: from an hour before it was put together to two days later. */
export function usualWindow(at: Date): { start: Date; end: Date } {
  return { start: plus(at, -HOUR), end: plus(at, 2 * DAY) };
}

/** Artifact names and hashes: of the same release always the same. */
export function artifactsOf({ service, version, commit }: RunSubject) {
  return [`${service}-${version}.tar.zst`, `${service}-${version}.oci.json`, `${service}-${version}.sbom.json`].map(
    (name, index) => ({ name, hash: sha256(`${commit} ${name}`), bytes: 4096 * (index + 3) * name.length }),
  );
}

/** `release-manifest.json` of one revision. A later revision lowers the concurrency that reviewers asked about. */
export function manifestDocument(draft: ManifestDraft, random: Random) {
  const { service, environment, version, commit, author, previous, scorecard, window, revision } = draft;
  const from = 16;
  return {
    release: version,
    service,
    environment,
    commit,
    authors: [author],
    artifacts: artifactsOf(draft),
    configuration_deltas: [
      { key: `${service}.worker.concurrency`, from: String(from), to: String(from + 16 / 2 ** (revision - 1)) },
      { key: `${service}.request.timeout_ms`, from: "2500", to: "2000" },
    ],
    rollout_window: { start: window.start.toISOString(), end: window.end.toISOString() },
    rollback_plan: {
      summary: `Return ${service} to ${previous}: the last version that ran without findings.`,
      steps: [
        "Freeze the rollout and announce it in the release channel.",
        `Deploy ${service} ${previous} from its archived manifest.`,
        "Watch error rate and P95 for fifteen minutes; open an incident if either stays above its limit.",
      ],
      target_version: previous,
      owner: "sre-on-call",
      estimated_minutes: 12,
      runbook: `https://runbooks.meridian.example/${service}/rollback`,
    },
    feature_flags: [{ name: `${service}.adaptive-batching`, from: "off", to: "5%" }],
    secret_versions: [
      { name: `${service}/signing-key`, version: `v${random.int(3, 40)}`, evidence: "rotation job log" },
    ],
    migrations: [],
    scorecard: { run_id: scorecard.runId, digest: scorecard.digest },
    scorecard_path: "readiness_scorecards/readiness-scorecard.json",
    trace_ids: [draft.traceId],
  };
}

export const scorecardReference = (runId: string, document: unknown) => ({ runId, digest: digestOf(document) });
