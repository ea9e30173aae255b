import type { Metadata } from "next";
import { ActionItemTable } from "@/components/action-item/action-item-table";
import { ExportLinks } from "@/components/page/export-links";
import { FirstNextPager } from "@/components/page/first-next-pager";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { AsOf } from "@/components/readiness/as-of";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { listOverdueItems } from "@/lib/registry/readiness/overdue-items";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import { isNarrowed, type ReadinessScope, readinessHref, readScope } from "../../query";
import { ScopeFilters, scopeChoices } from "../../scope-filters";

export const metadata: Metadata = { title: "Overdue postmortem items" };

const PATH = "/readiness/overdue-items";

export default async function OverdueItemsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const [{ environment: _, ...scope }, page] = await Promise.all([
    readScope(searchParams),
    readParams(searchParams, ["after"]),
  ]);
  const list = load(listOverdueItems(actor, scope, page));
  const offered = await scopeChoices(actor);
  return (
    <>
      <PageHeader
        title="Overdue postmortem items"
        description="Action items of incidents that were open and past their due time at the end of the period, or are now."
        breadcrumb={[{ href: readinessHref(scope), label: "Readiness" }]}
        actions={<ExportLinks what="overdue items" href={hrefOf(`${PATH}/export`, scope)} />}
      />
      <ScopeFilters path={PATH} scope={scope} isFiltered={isNarrowed(scope)} {...offered} environments={[]} />
      <Streamed
        section={Found({ list, scope, isFirst: page.after === undefined })}
        fallback={<TableSkeleton columns={8} label="Loading the overdue items" />}
      />
    </>
  );
}

type FoundProps = {
  list: Loading<typeof listOverdueItems>;
  scope: ReadinessScope;
  isFirst: boolean;
};

async function Found({ list: pending, scope, isFirst }: FoundProps) {
  const found = await pending;
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={PATH} />;
  const list = found.data;
  if (list.items.length > 0) {
    return (
      <>
        <AsOf at={list.at} now={list.now} />
        <ActionItemTable items={list.items} now={list.now} />
        <FirstNextPager
          label="Pages of overdue items"
          firstHref={isFirst ? undefined : hrefOf(PATH, scope)}
          nextHref={list.next ? hrefOf(PATH, { ...scope, after: list.next }) : undefined}
        />
      </>
    );
  }
  if (isNarrowed(scope)) return <NoMatch title="No item was overdue" clearHref={PATH} />;
  return (
    <NothingYet title="No postmortem item is overdue">Items follow from postmortems and have a due time.</NothingYet>
  );
}
