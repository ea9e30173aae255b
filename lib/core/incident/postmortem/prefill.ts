import type { TimelineEntry } from "../entry";
import type { EntryKind } from "../model";
import { shownTimeline } from "../timeline";
import { contentSchema, EMPTY_CONTENT, type PostmortemContent, type TimelineLine } from "./model";

/** What is about the papers of an incident, not about what happened. */
const NOT_TOLD: readonly EntryKind[] = ["link", "postmortem", "action-item"];
const MOST_LINES = 2000;

type KnownIncident = {
  /** From where the offsets count. */
  detectedAt: Date;
  commander: string | null;
  impact: string;
  entries: readonly TimelineEntry[];
  /** What the incident is linked with, each as people read it. */
  artifacts: readonly string[];
};

/** A draft as it begins: what the incident already says. All else is for people to write. Pure. */
export function prefilledContent({
  detectedAt,
  commander,
  impact,
  entries,
  artifacts,
}: KnownIncident): PostmortemContent {
  return contentSchema.parse({
    ...EMPTY_CONTENT,
    commander: (commander ?? "").replace(/\s+/g, " "),
    impact,
    relatedArtifacts: [...artifacts],
    timeline: timelineLines(entries, detectedAt),
  });
}

/** The timeline of a document: the pinned entries where any are, else all that tell what happened. Corrected texts. Pure. */
export function timelineLines(entries: readonly TimelineEntry[], detectedAt: Date): TimelineLine[] {
  const told = shownTimeline(entries).filter(({ entry }) => !NOT_TOLD.includes(entry.kind));
  const pinned = told.filter((each) => each.pinned);
  return (pinned.length > 0 ? pinned : told).slice(0, MOST_LINES).map(({ entry, text }) => ({
    offsetMinutes: Math.trunc((Date.parse(entry.at) - detectedAt.getTime()) / 60_000) + 0,
    text,
  }));
}
