import type { ContentField } from "./model";

/** What people write, in the order of `incident.md`. */
export const EDITED_FIELDS = [
  "commander",
  "impact",
  "relatedArtifacts",
  "timeline",
  "rootCause",
  "mitigations",
  "followUps",
  "wentWell",
  "wentBadly",
  "gotLucky",
] as const satisfies readonly ContentField[];
