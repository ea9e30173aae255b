import { Instant } from "@/components/time/instant";
import { Status } from "@/components/ui/status";
import type { ReviewView } from "@/lib/registry/postmortem/view";
import { ANSWER_WORDS } from "./words";

/** Whoever was asked, and what they said of which text. */
export function ReviewList({ reviews, now }: { reviews: readonly ReviewView[]; now: string }) {
  if (reviews.length === 0) return <p className="text-muted">Nobody has been asked yet.</p>;
  return (
    <ul className="divide-y border-y">
      {reviews.map((review) => (
        <li key={review.id} className="py-2">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span>{review.reviewer}</span>
            <Answer review={review} />
          </p>
          <p className="text-muted text-sm">
            {review.answeredAt ? (
              <>
                answered <Instant at={review.answeredAt} now={now} />
              </>
            ) : (
              <>
                asked by {review.askedBy} <Instant at={review.askedAt} now={now} />
              </>
            )}
          </p>
          {review.note && <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{review.note}</p>}
        </li>
      ))}
    </ul>
  );
}

function Answer({ review: { answer, isCurrent } }: { review: ReviewView }) {
  if (!answer) return <Status tone="unknown" size="sm" label="No answer yet" />;
  const { tone, label } = ANSWER_WORDS[answer];
  if (isCurrent) return <Status tone={tone} size="sm" label={label} />;
  return <Status tone="unknown" size="sm" label={`${label}, of an earlier text`} />;
}
