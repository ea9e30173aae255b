import { Due } from "@/components/time/due";
import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";
import { urgencyOf } from "@/lib/core/overview/urgency";
import type { ActionItemSummary } from "@/lib/registry/action-item/view";
import type { DueReview } from "@/lib/registry/review/due";
import type { Need, NeedGroup } from "./need-group";

const MOST = 50;

/** The reader's own. */
export function ownItemNeeds(own: readonly ActionItemSummary[], now: string, readerId: string): NeedGroup {
  return {
    ...{ id: "own-items", title: "Your action items", most: MOST, needs: own.map((item) => itemNeed(item, now)) },
    all: { href: `/action-items?owner=${readerId}`, label: "All of yours" },
  };
}

/** Other people's, while they are overdue or follow from an incident. */
export function otherItemNeeds(others: readonly ActionItemSummary[], now: string): NeedGroup {
  const needs = others.map((item) => itemNeed(item, now, item.owner.name));
  return {
    ...{ id: "other-items", title: "Action items of others", most: MOST, needs },
    all: { href: "/action-items", label: "All action items" },
  };
}

function itemNeed({ id, title, dueAt, overdue, incident }: ActionItemSummary, now: string, owner?: string): Need {
  return {
    key: id,
    urgency: overdue ? "late" : urgencyOf(new Date(dueAt), new Date(now)),
    what: (
      <>
        <TextLink href={`/action-items/${id}`}>{title}</TextLink>{" "}
        <span className="text-muted">{[owner, incident?.reference].filter(Boolean).join(", ")}</span>
      </>
    ),
    when: <Due at={dueAt} now={now} className={overdue ? "font-medium text-no-go" : "text-muted"} />,
  };
}

/** Quarterly reviews that wait to be completed, for those who sign or run them. */
export function reviewNeeds({ reviews, now }: { reviews: readonly DueReview[]; now: string }): NeedGroup {
  const needs = reviews.map(({ id, quarter, endedAt, incompleteItems }): Need => {
    return {
      key: id,
      urgency: "waiting",
      what: (
        <>
          <TextLink href={`/reviews/${id}`}>Review of {quarter}</TextLink>{" "}
          <span className="text-muted">{standing(incompleteItems)}</span>
        </>
      ),
      when: <Instant at={endedAt} now={now} prefix="quarter ended" className="text-muted" />,
    };
  });
  return { id: "reviews", title: "Reviews to complete", needs, all: { href: "/reviews", label: "All reviews" } };
}

function standing(incompleteItems: number): string {
  if (incompleteItems === 0) return "every post-incident item is complete";
  return incompleteItems === 1 ? "1 item is not complete" : `${incompleteItems} items are not complete`;
}
