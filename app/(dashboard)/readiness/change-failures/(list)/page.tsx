import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { ChangeFailureTable } from "@/components/readiness/change-failure-table";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { pageViewer } from "@/lib/auth/page-actor";
import { listChangeFailures } from "@/lib/registry/readiness/change-failures";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { isNarrowed, readinessHref, readScope } from "../../query";
import { ScopeFilters, scopeChoices } from "../../scope-filters";

export const metadata: Metadata = { title: "Change failures" };

const PATH = "/readiness/change-failures";

export default async function ChangeFailuresPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const scope = await readScope(searchParams);
  const { period, service } = scope;
  const list = load(listChangeFailures(actor, scope));
  const offered = await scopeChoices(actor);
  return (
    <>
      <PageHeader
        title="Change failures"
        description="Releases rolled out to production in the period that an incident declared in it is put down to."
        breadcrumb={[{ href: readinessHref(scope), label: "Readiness" }]}
        actions={<ExportLinks what="change failures" href={hrefOf(`${PATH}/export`, scope)} />}
      />
      <ScopeFilters path={PATH} scope={scope} isFiltered={isNarrowed(scope)} {...offered} />
      <Streamed
        section={Found({ list, isFiltered: isNarrowed(scope) })}
        fallback={<TableSkeleton columns={4} label="Loading the change failures" />}
      />
      <p className="mt-4 text-muted text-sm">
        Every incident and what it is put down to:{" "}
        <TextLink href={`${hrefOf("/incidents/analytics", { period, service })}#attributions`}>
          incident analytics
        </TextLink>
        .
      </p>
    </>
  );
}

type FoundProps = { list: Loading<typeof listChangeFailures>; isFiltered: boolean };

async function Found({ list: pending, isFiltered }: FoundProps) {
  const found = await pending;
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={PATH} />;
  const list = found.data;
  if (list.items.length > 0) return <ChangeFailureTable {...list} />;
  if (isFiltered) return <NoMatch title="No release failed here in this period" clearHref={PATH} />;
  return (
    <NothingYet title="No release failed in this period">
      An incident is put down to the release that a person names, else to the last rollout of an affected service within{" "}
      {list.windowHours} h before it.
    </NothingYet>
  );
}
