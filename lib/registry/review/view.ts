import type { Hindrance } from "@/lib/core/review/complete";
import type { ReviewFacts, ReviewState } from "@/lib/core/review/model";

/** One line of the list of reviews. Instants are ISO texts. */
export type ReviewSummary = {
  id: string;
  /** 2026-Q3 */
  quarter: string;
  state: ReviewState;
  openedAt: string;
  openedBy: string;
  completedAt: string | null;
  completedBy: string | null;
  /** Post-incident items of the quarter or of earlier ones that are not complete now; null once it is completed. */
  incompleteItems: number | null;
};

export type ReviewSignOffView = {
  id: string;
  printedName: string;
  email: string;
  signedAt: string;
  digest: string;
  /** It is under what the review looks at now, or looked at when it was completed. */
  isCurrent: boolean;
};
export type ReviewNoteView = { id: string; text: string; by: string; at: string };

/** How an incomplete item stands in the review. */
export type ItemStanding = {
  fault: (Hindrance & { kind: "item" })["fault"] | null;
  carriedOverUntil: string | null;
};

export type ReviewDetail = ReviewSummary & {
  /** What it looks at now, or looked at when it was completed. */
  facts: ReviewFacts;
  digest: string;
  conclusion: string | null;
  /** Whether the quarter is over: before, nothing can be signed. */
  hasEnded: boolean;
  /** Of each incomplete item, by its id. */
  standings: Record<string, ItemStanding>;
  /** What keeps it from being completed, in words that name it; none: it can be, or is. */
  hindrances: string[];
  notes: ReviewNoteView[];
  signOffs: ReviewSignOffView[];
  /** The reader has signed what it looks at now. */
  signedByReader: boolean;
  now: string;
};
