import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";
import type { DueReview } from "@/lib/registry/review/due";
import { type Need, NeedList } from "./need-list";

/** Quarterly reviews that wait to be completed, for those who sign or run them. */
export function ReviewNeeds({ reviews, now }: { reviews: readonly DueReview[]; now: string }) {
  const needs = reviews.map(({ id, quarter, endedAt, incompleteItems }): Need => {
    return {
      key: id,
      what: (
        <>
          <TextLink href={`/reviews/${id}`}>Review of {quarter}</TextLink>{" "}
          <span className="text-muted">{standing(incompleteItems)}</span>
        </>
      ),
      when: <Instant at={endedAt} now={now} prefix="quarter ended" className="text-muted" />,
    };
  });
  return <NeedList title="Reviews to complete" needs={needs} more={<TextLink href="/reviews">All reviews</TextLink>} />;
}

function standing(incompleteItems: number): string {
  if (incompleteItems === 0) return "every post-incident item is complete";
  return incompleteItems === 1 ? "1 item is not complete" : `${incompleteItems} items are not complete`;
}
