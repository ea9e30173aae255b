import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { OpenReviewDialog } from "@/components/review/open-dialog";
import { ReviewTable } from "@/components/review/review-table";
import { NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ButtonSkeleton, TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { can } from "@/lib/core/access";
import { listReviews } from "@/lib/registry/review/queries";
import { type Loading, load } from "@/lib/web/load";
import { openReviewAction } from "../actions";

export const metadata: Metadata = { title: "Reviews" };

export default async function ReviewsPage() {
  const { actor } = await pageViewer();
  const list = load(listReviews(actor));
  const manages = can(actor, "review:manage");
  return (
    <>
      <PageHeader
        title="Reviews"
        description="Each quarter the change board looks at what happened and signs it off. Incomplete post-incident items hold a review up."
        actions={
          <>
            {manages && <Streamed section={OpenNext({ list })} fallback={<ButtonSkeleton />} />}
            <ExportLinks what="reviews" href="/reviews/export" />
          </>
        }
      />
      <Streamed
        section={Found({ list, manages })}
        fallback={<TableSkeleton columns={5} label="Loading the reviews" />}
      />
    </>
  );
}

type ListProps = { list: Loading<typeof listReviews> };

async function OpenNext({ list: pending }: ListProps) {
  const list = await pending;
  if (!list.ok || list.data.openable.length === 0) return null;
  return <OpenReviewDialog quarters={list.data.openable} action={openReviewAction} />;
}

async function Found({ list: pending, manages }: ListProps & { manages: boolean }) {
  const list = await pending;
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref="/reviews" />;
  if (list.data.items.length > 0) return <ReviewTable items={list.data.items} now={list.data.now} />;
  return (
    <NothingYet title="No review yet">
      The review of a quarter is opened by itself when the quarter ends (in UTC), and the change board is told.
      {manages && " Open one before to prepare it."}
    </NothingYet>
  );
}
