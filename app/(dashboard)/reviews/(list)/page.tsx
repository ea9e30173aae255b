import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { OpenReviewDialog } from "@/components/review/open-dialog";
import { ReviewTable } from "@/components/review/review-table";
import { NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { pageViewer } from "@/lib/auth/page-actor";
import { can } from "@/lib/core/access";
import { listReviews } from "@/lib/registry/review/queries";
import { load } from "@/lib/web/load";
import { openReviewAction } from "../actions";

export const metadata: Metadata = { title: "Reviews" };

export default async function ReviewsPage() {
  const { actor } = await pageViewer();
  const list = await load(listReviews(actor));
  const manages = can(actor, "review:manage");
  return (
    <>
      <PageHeader
        title="Reviews"
        description="Each quarter the change board looks at what happened and signs it off. Incomplete post-incident items hold a review up."
        actions={
          <>
            {list.ok && manages && list.data.openable.length > 0 && (
              <OpenReviewDialog quarters={list.data.openable} action={openReviewAction} />
            )}
            <ExportLinks what="reviews" href="/reviews/export" />
          </>
        }
      />
      {!list.ok && <LoadFailure failure={list.failure} retryHref="/reviews" />}
      {list.ok && list.data.items.length > 0 && <ReviewTable items={list.data.items} now={list.data.now} />}
      {list.ok && list.data.items.length === 0 && (
        <NothingYet title="No review yet">
          The review of a quarter is opened by itself when the quarter ends (in UTC), and the change board is told.
          {manages && " Open one before to prepare it."}
        </NothingYet>
      )}
    </>
  );
}
