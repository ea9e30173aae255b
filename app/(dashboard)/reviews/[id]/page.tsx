import { Download } from "lucide-react";
import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { CompleteDialog, SignOffDialog } from "@/components/review/end-dialogs";
import { ReviewStatus } from "@/components/review/review-status";
import { buttonVariants } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { pageViewer } from "@/lib/auth/page-actor";
import { type Actor, can } from "@/lib/core/access";
import { reviewDetail } from "@/lib/registry/review/queries";
import type { ReviewDetail } from "@/lib/registry/review/view";
import { load } from "@/lib/web/load";
import { HistorySection } from "../../history-section";
import { completeReviewAction, signOffReviewAction } from "../actions";
import { BoardSections } from "./board-sections";
import { ItemSections } from "./item-sections";
import { ReviewVerdict } from "./review-verdict";
import { ReviewedSections } from "./reviewed-sections";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const found = await load(reviewDetail(actor, id));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={`/reviews/${id}`} />;
  const review = found.data;
  return (
    <>
      <PageHeader
        title={`Readiness review ${review.quarter}`}
        aside={<ReviewStatus review={review} pill />}
        breadcrumb={[{ href: "/reviews", label: "Reviews" }]}
        actions={<Actions review={review} actor={actor} />}
      />
      <ReviewVerdict review={review} actor={actor} />
      <ItemSections review={review} actor={actor} />
      <ReviewedSections facts={review.facts} />
      <BoardSections review={review} actor={actor} />
      <HistorySection actor={actor} record={review.id} href={`/reviews/${review.id}`} />
    </>
  );
}

function Actions({ review, actor }: { review: ReviewDetail; actor: Actor }) {
  const { id, quarter, digest, state, hasEnded, hindrances, signedByReader } = review;
  const isOpen = state === "open";
  const mayComplete = hindrances.length === 0;
  return (
    <>
      <a href={`/reviews/${id}/export`} download className={buttonVariants()}>
        <Download aria-hidden className="size-4" />
        JSON
      </a>
      {isOpen && hasEnded && !signedByReader && can(actor, "review:sign") && (
        <SignOffDialog {...{ reviewId: id, quarter, digest }} primary={!mayComplete} action={signOffReviewAction} />
      )}
      {isOpen && can(actor, "review:manage") && (
        <CompleteDialog reviewId={id} quarter={quarter} primary={mayComplete} action={completeReviewAction} />
      )}
    </>
  );
}
