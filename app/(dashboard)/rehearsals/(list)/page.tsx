import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { pageViewer } from "@/lib/auth/page-actor";
import { can } from "@/lib/core/access";
import type { SearchParams } from "@/lib/web/search-params";
import { FreshnessSection } from "./freshness-section";
import { RehearsalList } from "./rehearsal-list";

export const metadata: Metadata = { title: "Rehearsals" };

export default async function RehearsalsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  return (
    <>
      <PageHeader
        title="Rehearsals"
        description="Rollback drills. A release may ship only while its service has rehearsed the way back."
        actions={
          can(actor, "rehearsal:record") && (
            <ButtonLink variant="primary" href="/rehearsals/new">
              Record a rehearsal
            </ButtonLink>
          )
        }
      />
      <FreshnessSection actor={actor} />
      <Section title="All rehearsals">
        <RehearsalList actor={actor} searchParams={searchParams} />
      </Section>
    </>
  );
}
