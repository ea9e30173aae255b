import type { Tone } from "@/components/ui/status";
import type { ReviewAnswer } from "@/lib/core/incident/postmortem/review";
import type { PostmortemState } from "@/lib/core/incident/postmortem/standing";

export const POSTMORTEM_WORDS: Record<PostmortemState, { tone: Tone; label: string }> = {
  none: { tone: "unknown", label: "Not begun" },
  draft: { tone: "waiver", label: "Being written" },
  published: { tone: "info", label: "Published" },
  completed: { tone: "go", label: "Completed" },
};

export const ANSWER_WORDS: Record<ReviewAnswer, { tone: Tone; label: string }> = {
  approve: { tone: "go", label: "Approved" },
  changes: { tone: "no-go", label: "Asks for changes" },
};

/** What is owed by a deadline, as a verb and as done. */
export const DEADLINE_WORDS = {
  publish: { owed: "Publish", done: "Published" },
  complete: { owed: "Complete the review", done: "Completed" },
} as const;
