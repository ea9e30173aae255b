import { CarryOvers, ClosedItems } from "@/components/review/closed-items";
import { IncompleteItems } from "@/components/review/incomplete-items";
import { Details } from "@/components/ui/details";
import { Section } from "@/components/ui/section";
import { type Actor, can } from "@/lib/core/access";
import type { ReviewDetail } from "@/lib/registry/review/view";
import { carryOverAction } from "../actions";

/** The post-incident items: what is incomplete, what was carried over, what was closed. */
export function ItemSections({ review, actor }: { review: ReviewDetail; actor: Actor }) {
  const { facts, state, hasEnded } = review;
  const mayCarryOver = state === "open" && hasEnded && can(actor, "review:sign");
  return (
    <>
      <Section
        title="Post-incident items not complete"
        count={facts.incompleteItems.length}
        description={`Of ${facts.quarter} and of earlier quarters. Each is completed, or carried over by a signed waiver.`}
      >
        {facts.incompleteItems.length > 0 ? (
          <IncompleteItems review={review} carryOver={mayCarryOver ? carryOverAction : undefined} />
        ) : (
          <p className="text-muted">All of them are complete.</p>
        )}
      </Section>
      {facts.carryOvers.length > 0 && (
        <Section title="Carried over" count={facts.carryOvers.length}>
          <CarryOvers carryOvers={facts.carryOvers} />
        </Section>
      )}
      {facts.closedItems.length > 0 && (
        <div className="mt-4">
          <Details summary="Closed in the quarter" count={facts.closedItems.length}>
            <ClosedItems items={facts.closedItems} />
          </Details>
        </div>
      )}
    </>
  );
}
