import type { DeadlineState } from "@/lib/core/incident/postmortem/deadlines";
import type {
  ContentField,
  PostmortemContent,
  PostmortemFacts,
  TimelineLine,
} from "@/lib/core/incident/postmortem/model";
import type { ReviewAnswer } from "@/lib/core/incident/postmortem/review";
import type { PostmortemState } from "@/lib/core/incident/postmortem/standing";

/** What one field says, who saved it last and when. Instants are ISO texts throughout. */
export type FieldView = {
  value: PostmortemContent[ContentField];
  revision: number;
  by: string;
  at: string;
  /** Taken from the incident; nobody has written in it yet. */
  isPrefilled: boolean;
};

export type VersionView = {
  version: number;
  revision: number;
  digest: string;
  /** Why it replaces the one before. */
  reason: string | null;
  publishedAt: string;
  publishedBy: string;
  archive: { completedAt: string; completedBy: string; documentDigest: string } | null;
};

export type ReviewView = {
  id: string;
  reviewerId: string;
  reviewer: string;
  askedAt: string;
  askedBy: string;
  answer: ReviewAnswer | null;
  note: string | null;
  answeredAt: string | null;
  /** Of the text as it is now. */
  isCurrent: boolean;
};

export type DeadlinesView = { publishBy: string; completeBy: string; publish: DeadlineState; complete: DeadlineState };

export type PaperView = {
  /** Of the last save of any field. */
  revision: number;
  /** The version that is being written; null while the latest one stands. */
  draft: { version: number; amendmentReason: string | null } | null;
  facts: PostmortemFacts;
  fields: Record<ContentField, FieldView>;
  /** The last one first. */
  versions: VersionView[];
  reviews: ReviewView[];
  /** What keeps it from being published, in words. */
  publishGaps: string[];
  /** What keeps its review from being completed, in words. */
  completeGaps: string[];
  importedReference: string | null;
};

/** Where the postmortem of an incident stands. */
export type PostmortemSummary = {
  state: PostmortemState;
  publishedAt: string | null;
  completedAt: string | null;
  /** Null: none is owed now. */
  deadlines: DeadlinesView | null;
  now: string;
};

export type PostmortemView = PostmortemSummary & {
  incident: { id: string; reference: string; title: string; isOver: boolean; isMerged: boolean };
  /** Null: nobody has begun it. */
  paper: PaperView | null;
  /** What the incident's own timeline says now. */
  timeline: TimelineLine[];
  /** The day on which a new follow-up falls due if nobody says otherwise. */
  dueOn: string;
};

/** A postmortem that is owed, as a line of a list. */
export type DuePostmortem = {
  incidentId: string;
  reference: string;
  title: string;
  commander: string | null;
  /** The next deadline that is not met. */
  deadline: "publish" | "complete";
  by: string;
  isOverdue: boolean;
  /** The reader commanded the incident, or is asked to review its postmortem. */
  isYours: boolean;
};
