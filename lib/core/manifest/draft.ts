import type { ManifestContent } from "./schema";

/** A manifest as far as the registry knows it. What is left out, or empty, is told in the list of what is missing. */
export type DraftContent = Omit<
  ManifestContent,
  "configuration_deltas" | "rollout_window" | "rollback_plan" | "scorecard_path"
> &
  Partial<Pick<ManifestContent, "rollout_window" | "rollback_plan">>;

/** `path`: the manifest's field. */
export type MissingPart = { path: string; message: string };
export type ManifestDraft = { content: DraftContent; missing: MissingPart[] };

export type DraftSources = {
  release: { version: string; commit: string; service: string; environment: string };
  /** Who created the release, where that was a person. */
  creator: { name: string; email: string | null } | null;
  /** The latest run of this commit for this environment. */
  scorecard: { runId: string; digest: string } | null;
  traceIds: readonly string[];
  /** Hashes that the build was reported with. */
  artifacts: readonly string[];
  /** What was released last to the same place. */
  previous: { version: string; content: ManifestContent } | null;
  /** The next time at which the calendar lets releases out. */
  window: ManifestContent["rollout_window"] | null;
};

/**
 * Puts together what the registry knows of a release's manifest: its identity and latest evidence, and from the
 * manifest released last the rollback plan (back to that version), configuration, feature flags and secret versions.
 * What only people or the pipeline know is left out and named in `missing`. Nobody can sign a draft. Pure.
 */
export function draftManifest(sources: DraftSources): ManifestDraft {
  const { release, creator, scorecard, previous, window, artifacts, traceIds } = sources;
  const plan = previous && rollbackTo(previous);
  const content: DraftContent = {
    release: release.version,
    service: release.service,
    environment: release.environment,
    commit: release.commit,
    authors: creator ? [{ name: creator.name, ...(creator.email ? { email: creator.email } : {}) }] : [],
    artifacts: [...new Set(artifacts)].map((hash) => ({ name: "", hash })),
    ...(previous?.content.configuration ? { configuration: previous.content.configuration } : {}),
    ...(window ? { rollout_window: window } : {}),
    ...(plan ? { rollback_plan: plan } : {}),
    feature_flags: (previous?.content.feature_flags ?? []).map(({ name, to }) => ({ name, from: to, to })),
    secret_versions: previous?.content.secret_versions ?? [],
    migrations: [],
    scorecard: scorecard && { run_id: scorecard.runId, digest: scorecard.digest },
    trace_ids: [...new Set(traceIds)],
  };
  return { content, missing: missingIn(sources) };
}

/** The plan of the release before, which went back to its predecessor, now going back to that release itself. */
function rollbackTo({ version, content }: NonNullable<DraftSources["previous"]>): ManifestContent["rollback_plan"] {
  const plan = content.rollback_plan;
  const retarget = (text: string) => replaceVersion(text, plan.target_version, version);
  return { ...plan, summary: retarget(plan.summary), steps: plan.steps.map(retarget), target_version: version };
}

/** Replaces a version where it stands alone: 1.0 is no part of 1.0.3 or 21.0. */
function replaceVersion(text: string, from: string, to: string): string {
  const escaped = from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`(?<![\\w.+-])${escaped}(?![\\w+-]|\\.\\w)`, "g"), () => to);
}

function missingIn({ release, creator, scorecard, previous, window, artifacts }: DraftSources): MissingPart[] {
  const place = `${release.service} to ${release.environment}`;
  const parts: [boolean, string, string][] = [
    [!creator, "authors", "Authors: who wrote what is released. They may not sign it."],
    [artifacts.length === 0, "artifacts", "Artifacts: name and SHA-256 of everything that ships."],
    [
      artifacts.length > 0,
      "artifacts",
      `Artifacts: names of the ${counted(artifacts.length)} that the build reported.`,
    ],
    [true, "configuration_deltas", deltasMissing(previous)],
    [!window, "rollout_window", "Rollout window: when it may be rolled out."],
    [!previous, "rollback_plan", `Rollback plan: nothing of ${place} was released before.`],
    [!scorecard, "scorecard", `Scorecard: no run of commit ${release.commit.slice(0, 12)} for ${release.environment}.`],
  ];
  return parts.filter(([isMissing]) => isMissing).map(([, path, message]) => ({ path, message }));
}

const counted = (count: number): string => (count === 1 ? "artifact" : `${count} artifacts`);

function deltasMissing(previous: DraftSources["previous"]): string {
  const since = previous ? `since ${previous.version}` : "with this first release";
  return `Configuration: which settings change ${since}, or that none does.`;
}
