import type { NextStep } from "@/lib/core/release/next-steps";
import type { STAGE_ENDS } from "@/lib/core/release/stages";
import { stageName } from "./stage-status";

export type StepWords = { label: string; title: string; consequence: string; done: string };
export type End = (typeof STAGE_ENDS)[number];

const STARTS: Partial<Record<NextStep["stage"], string>> = {
  staging: "The manifest is drafted, unless one has been put, and everybody who has to sign is asked to.",
  production:
    "The gate is asked at that very moment. The rollout starts only if it says GO, or a confirmed break-glass is open, for exactly these artifacts.",
};
const SUCCESSES: Partial<Record<NextStep["stage"], string>> = {
  readiness: "It takes a scorecard of this commit and environment. What it found is judged at the gate.",
  production: "The rollout is over: what follows a release begins, and the lead time is recorded.",
};

const ARCHIVE: StepWords = {
  label: "Archive",
  title: "Archive this release?",
  consequence:
    "It ends here, as it does by itself once all that follows a release is done. It can still be rolled back.",
  done: "The release is archived",
};

/** What the button of a step says, and what doing it brings about. */
export function stepWords({ stage, status }: NextStep): StepWords {
  if (stage === "archived" && status === "succeeded") return ARCHIVE;
  const name = stageName(stage);
  const subject = name.charAt(0).toUpperCase() + name.slice(1);
  if (status === "running") {
    const consequence = STARTS[stage] ?? `It is recorded that ${name} has started, and by whom.`;
    return { label: `Start ${name}`, title: `Start ${name}?`, consequence, done: `${subject} has started` };
  }
  const consequence =
    status === "failed"
      ? `It is recorded that ${name} failed. It can be started again.`
      : (SUCCESSES[stage] ?? `It is recorded that ${name} succeeded, and the next stage can start.`);
  return {
    label: `${subject} ${status}`,
    title: `${subject} ${status}?`,
    consequence,
    done: `${subject} has ${status}`,
  };
}

type EndWords = { label: string; title: string; consequence: string; done: string };

export const END_WORDS: Record<End, EndWords> = {
  aborted: {
    label: "Abort",
    title: "Abort this release?",
    consequence:
      "It ends here: it can no longer be signed, changed or shipped. The same change needs a new release with another version.",
    done: "The release is aborted",
  },
  rejected: {
    label: "Reject release",
    title: "Reject this release for good?",
    consequence:
      "It ends here: it can no longer be signed, changed or shipped. To ask for something to be mended, sign with Reject instead.",
    done: "The release is rejected",
  },
  rolled_back: {
    label: "Roll back",
    title: "Record a roll back?",
    consequence:
      "It is recorded that this version is out of its environment again; nothing is deployed by it. The release can no longer be changed.",
    done: "The roll back is recorded",
  },
};
