import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { AsOf } from "@/components/readiness/as-of";
import { EvaluationTable } from "@/components/readiness/evaluation-table";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { listReadyReleases } from "@/lib/registry/readiness/ready-releases";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import { isNarrowed, type ReadinessScope, readinessHref, readScope } from "../../query";
import { ScopeFilters, scopeChoices } from "../../scope-filters";

export const metadata: Metadata = { title: "Ready releases" };

const PATH = "/readiness/ready";

export default async function ReadyReleasesPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const [scope, page] = await Promise.all([readScope(searchParams), readParams(searchParams, ["after", "before"])]);
  const list = load(listReadyReleases(actor, scope, page));
  const offered = await scopeChoices(actor);
  return (
    <>
      <PageHeader
        title="Ready releases"
        description="Releases that had still to pass the gate, and that it had approved by the end of the period, or by now."
        breadcrumb={[{ href: readinessHref(scope), label: "Readiness" }]}
        actions={<ExportLinks what="ready releases" href={hrefOf(`${PATH}/export`, scope)} />}
      />
      <ScopeFilters path={PATH} scope={scope} isFiltered={isNarrowed(scope)} {...offered} />
      <Streamed
        section={Found({ list, scope })}
        fallback={<TableSkeleton columns={5} label="Loading the ready releases" />}
      />
    </>
  );
}

type FoundProps = { list: Loading<typeof listReadyReleases>; scope: ReadinessScope };

async function Found({ list: pending, scope }: FoundProps) {
  const found = await pending;
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={PATH} />;
  const list = found.data;
  if (list.items.length > 0) {
    return (
      <>
        <AsOf at={list.at} now={list.now} />
        <EvaluationTable
          items={list.items}
          now={list.now}
          caption="Releases that were ready, the latest approved first"
          verdictLabel="Verdict then"
        />
        <Pager
          label="Pages of ready releases"
          newerHref={list.previous ? hrefOf(PATH, { ...scope, before: list.previous }) : undefined}
          olderHref={list.next ? hrefOf(PATH, { ...scope, after: list.next }) : undefined}
        />
      </>
    );
  }
  if (isNarrowed(scope)) return <NoMatch title="No release was ready" clearHref={PATH} />;
  return (
    <NothingYet title="No release is ready">A release is ready while the gate's last word on it is a go.</NothingYet>
  );
}
