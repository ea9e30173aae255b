export const REVIEW_ANSWERS = ["approve", "changes"] as const;
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number];

/** What somebody said of a document as it stood after a save. */
export type GivenReview = {
  reviewerId: string;
  reviewerName: string;
  answer: ReviewAnswer;
  revision: number;
  answeredAt: Date;
};
type Reviewed = {
  /** The last save of the version that is judged. */
  revision: number;
  publisherId: string;
  /** People who wrote any of it, up to that save. */
  writerIds: readonly string[];
};

/** Why the word of a reviewer does not count; null where it does. Nobody reviews what is theirs alone. */
export function whyNoReviewer(
  reviewerId: string,
  { publisherId, writerIds }: Pick<Reviewed, "writerIds"> & { publisherId: string | null },
): "published it" | "wrote it alone" | null {
  if (reviewerId === publisherId) return "published it";
  return writerIds.length > 0 && writerIds.every((id) => id === reviewerId) ? "wrote it alone" : null;
}

/** The word that each reviewer gave last of exactly this save. One that was given of another text is of no account. */
export function standingReviews(given: readonly GivenReview[], revision: number): GivenReview[] {
  const latest = new Map<string, GivenReview>();
  for (const each of [...given].sort((one, other) => one.answeredAt.getTime() - other.answeredAt.getTime())) {
    if (each.revision === revision) latest.set(each.reviewerId, each);
  }
  return [...latest.values()];
}

/** What keeps the review of a published version from being done, by name; empty: it is done. Pure. */
export function reviewGaps(given: readonly GivenReview[], reviewed: Reviewed): string[] {
  const standing = standingReviews(given, reviewed.revision);
  const gaps = standing
    .filter(({ answer }) => answer === "changes")
    .map(({ reviewerName }) => `${reviewerName} asks for changes`);
  const counts = standing.some(
    ({ answer, reviewerId }) => answer === "approve" && whyNoReviewer(reviewerId, reviewed) === null,
  );
  return counts ? gaps : [...gaps, "nobody has approved it but those who published it or wrote it alone"];
}
