import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { Streamed } from "@/components/page/streamed";
import { SubscribeDialog } from "@/components/rehearsal/subscribe-dialog";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { ButtonSkeleton, SectionSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, type PersonActor } from "@/lib/core/access";
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
  const { filter, page } = await readRehearsalFilter(searchParams);
  return (
    <>
      <PageHeader
        title="Rehearsals"
        description="Rollback drills. A release may ship only while its service has rehearsed the way back."
        actions={
          <>
            <Streamed section={Subscribe({ actor })} fallback={<ButtonSkeleton />} />
            {can(actor, "rehearsal:record") && (
              <ButtonLink variant="primary" href="/rehearsals/new">
                Record a rehearsal
              </ButtonLink>
            )}
          </>
        }
      />
      <Streamed section={AgendaSection({ actor })} fallback={<AgendaSkeleton />} />
      <Streamed
        section={RollbackSection({ actor })}
        fallback={<SectionSkeleton title="Rollback readiness" columns={6} rows={4} />}
      />
      <Section
        title="All rehearsals"
        actions={<ExportLinks what="rehearsals" href={hrefOf("/rehearsals/export", filter)} />}
      >
        <RehearsalList actor={actor} filter={filter} page={page} />
      </Section>
    </>
  );
}

async function Subscribe({ actor }: { actor: PersonActor }) {
  const feed = await load(ownFeed(actor));
  if (!feed.ok) return null;
  return (
    <SubscribeDialog
      feed={feed.data}
      base={calendarBase()}
      createAction={createFeedAction}
      revokeAction={revokeFeedAction}
    />
  );
}

function AgendaSkeleton() {
  return (
    <>
      <SectionSkeleton title="Coming up" columns={2} rows={6} />
      <SectionSkeleton title="Freshness" rows={4} />
    </>
  );
}
