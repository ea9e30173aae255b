import type { Tone } from "@/components/ui/status";
import type { PostReleaseStep, StepState } from "@/lib/core/post-release/steps";

export const STEP_TITLES: Record<PostReleaseStep, string> = {
  archive: "Archive the record",
  dashboards: "Link dashboards",
  rollback: "Rollback readiness",
  notify: "Notify the change board",
  close: "Close the release",
};

/** What a step does, for readers who see it before it has been done. */
export const STEP_MEANINGS: Record<PostReleaseStep, string> = {
  archive: "The manifest with its hashes, approvals, waivers and decision is sealed in one document.",
  dashboards: "The service's dashboards are linked for the time of the rollout.",
  rollback: "Whether this release could be rolled back is judged anew.",
  notify: "The change board gets a summary of what was released.",
  close: "The release enters the stage archived.",
};

export const STEP_STATE_WORDS: Record<StepState, { tone: Tone; label: string }> = {
  pending: { tone: "unknown", label: "Waiting" },
  done: { tone: "go", label: "Done" },
  failed: { tone: "no-go", label: "Failed" },
  skipped: { tone: "unknown", label: "Skipped" },
};
