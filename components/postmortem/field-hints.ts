import type { ContentField } from "@/lib/core/incident/postmortem/model";

/** What belongs into a field, where its name does not say it. */
export const FIELD_HINTS: Partial<Record<ContentField, string>> = {
  impact: "Who noticed, what they could not do, and for how long.",
  relatedArtifacts: "Scorecards, manifests, dashboards.",
  rootCause: "Every factor that contributed, one by one: conditions, not people.",
  mitigations: "What was done to end the harm.",
  followUps: "Published, each becomes an action item of its owner.",
};
