import type { Metadata } from "next";
import { LoadFailure } from "@/components/failure/load-failure";
import { FreshnessTable } from "@/components/rehearsal/freshness-table";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { pageViewer } from "@/lib/auth/page-actor";
import { can } from "@/lib/core/access";
import { type FreshnessView, freshnessByService } from "@/lib/registry/rehearsal/freshness";
import { load } from "@/lib/web/load";
import type { SearchParams } from "@/lib/web/search-params";
import { RehearsalList } from "./rehearsal-list";

export const metadata: Metadata = { title: "Rehearsals" };

export default async function RehearsalsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const list = RehearsalList({ actor, searchParams });
  const freshness = await load(freshnessByService(actor));
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
      <Section title="Freshness" description={freshness.ok && ruleText(freshness.data)}>
        {freshness.ok ? (
          <Freshness view={freshness.data} />
        ) : (
          <LoadFailure failure={freshness.failure} retryHref="/rehearsals" />
        )}
      </Section>
      <Section title="All rehearsals">{await list}</Section>
    </>
  );
}

function ruleText({ maxAgeDays, required }: FreshnessView): string | undefined {
  if (maxAgeDays === null) return undefined;
  const rule = `The policy in force asks for a passed rehearsal at most ${maxAgeDays} days old.`;
  return required ? rule : `${rule} It does not let the gate block for it.`;
}

function Freshness({ view }: { view: FreshnessView }) {
  if (view.services.length === 0) {
    return <NothingYet title="There is no service yet">An admin adds services under Settings.</NothingYet>;
  }
  return (
    <>
      {view.maxAgeDays === null && (
        <Alert tone="unknown" title="Freshness is unknown" className="mb-4">
          No gate policy is in force that says how old a rehearsal may be.
        </Alert>
      )}
      <FreshnessTable view={view} />
    </>
  );
}
