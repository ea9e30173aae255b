import { RequestReviewDialog } from "@/components/postmortem/request-review-dialog";
import { ReviewList } from "@/components/postmortem/review-list";
import { Section } from "@/components/ui/section";
import { can, type PersonActor } from "@/lib/core/access";
import { ownerChoices } from "@/lib/registry/action-item/queries";
import type { PaperView, PostmortemView } from "@/lib/registry/postmortem/view";
import { load } from "@/lib/web/load";
import { requestReviewAction } from "./actions";

type ReviewsSectionProps = { actor: PersonActor; view: PostmortemView; paper: PaperView };

export async function ReviewsSection({ actor, view, paper }: ReviewsSectionProps) {
  const people = can(actor, "postmortem:write") ? await load(ownerChoices(actor)) : null;
  return (
    <Section
      title="Review"
      actions={
        people?.ok && (
          <RequestReviewDialog incidentId={view.incident.id} people={people.data} action={requestReviewAction} />
        )
      }
    >
      <ReviewList reviews={paper.reviews} now={view.now} />
    </Section>
  );
}
