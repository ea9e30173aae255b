import type { Metadata } from "next";
import { Suspense } from "react";
import { ExportLinks } from "@/components/page/export-links";
import { SubscribeDialog } from "@/components/rehearsal/subscribe-dialog";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TableSkeleton, TextSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { can } from "@/lib/core/access";
import { ownFeed } from "@/lib/registry/calendar-feed/queries";
import { load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { createFeedAction, revokeFeedAction } from "../actions";
import { AgendaSection } from "./agenda-section";
import { calendarBase } from "./calendar-base";
import { readRehearsalFilter } from "./filter";
import { RehearsalList } from "./rehearsal-list";
import { RollbackSection } from "./rollback-section";

export const metadata: Metadata = { title: "Rehearsals" };

export default async function RehearsalsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const [feed, { filter, page }] = await Promise.all([load(ownFeed(actor)), readRehearsalFilter(searchParams)]);
  return (
    <>
      <PageHeader
        title="Rehearsals"
        description="Rollback drills. A release may ship only while its service has rehearsed the way back."
        actions={
          <>
            {feed.ok && (
              <SubscribeDialog
                feed={feed.data}
                base={calendarBase()}
                createAction={createFeedAction}
                revokeAction={revokeFeedAction}
              />
            )}
            {can(actor, "rehearsal:record") && (
              <ButtonLink variant="primary" href="/rehearsals/new">
                Record a rehearsal
              </ButtonLink>
            )}
          </>
        }
      />
      <Suspense fallback={<Loading />}>
        <AgendaSection actor={actor} />
      </Suspense>
      <Suspense fallback={null}>
        <RollbackSection actor={actor} />
      </Suspense>
      <Section
        title="All rehearsals"
        actions={<ExportLinks what="rehearsals" href={hrefOf("/rehearsals/export", filter)} />}
      >
        <RehearsalList actor={actor} filter={filter} page={page} />
      </Section>
    </>
  );
}

function Loading() {
  return (
    <div className="grid gap-8">
      <TextSkeleton lines={6} />
      <TableSkeleton columns={4} rows={4} label="Loading freshness" />
    </div>
  );
}
