import { dayText } from "@/components/time/day-text";
import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { Digest } from "@/components/ui/digest";
import { type Actor, can, rolesWith } from "@/lib/core/access";
import type { ReviewDetail } from "@/lib/registry/review/view";

/** Whether the review can be completed, and everything that is in the way, by name. */
export function ReviewVerdict({ review, actor }: { review: ReviewDetail; actor: Actor }) {
  const { state, hindrances, facts, digest } = review;
  return (
    <>
      {state === "completed" && <Completed review={review} />}
      {state === "open" && hindrances.length === 0 && (
        <Alert tone="go" title="It can be completed">
          Everything of {facts.quarter} and before is complete or carried over, and the change board has signed it off.
        </Alert>
      )}
      {hindrances.length > 0 && (
        <Alert tone="no-go" title="It cannot be completed yet">
          <ul className="list-disc space-y-0.5 ps-5">
            {hindrances.map((text) => (
              <li key={text} className="[overflow-wrap:anywhere]">
                {text}
              </li>
            ))}
          </ul>
          {!can(actor, "review:sign") && (
            <p className="mt-1.5 text-muted text-sm">
              Carrying items over and signing off takes the role {rolesWith("review:sign").join(" or ")}.
            </p>
          )}
        </Alert>
      )}
      <p className="mt-2 text-muted text-sm">
        From {dayText(facts.from)} until before {dayText(facts.until)}, in UTC. What it looks at:{" "}
        <Digest value={digest} what="digest of what it looks at" />
      </p>
    </>
  );
}

function Completed({ review: { completedAt, completedBy, conclusion, now } }: { review: ReviewDetail }) {
  return (
    <Alert
      tone="go"
      title={
        <>
          Completed by {completedBy} {completedAt && <Instant at={completedAt} now={now} />}
        </>
      }
    >
      <p className="max-w-prose whitespace-pre-line">{conclusion ?? "No conclusion was written."}</p>
    </Alert>
  );
}
