import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { PlaceFreshnessTable } from "@/components/readiness/place-freshness-table";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterSelect } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { listRehearsedPlaces } from "@/lib/registry/readiness/rehearsed-places";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { isNarrowed, readinessHref } from "../../query";
import { ScopeFilters, scopeChoices } from "../../scope-filters";
import { type PlaceFilter, readPlaceFilter } from "../filter";

export const metadata: Metadata = { title: "Places to rehearse" };

const PATH = "/readiness/rehearsals";
const STANDINGS = [
  { value: "fresh", label: "In time" },
  { value: "not-fresh", label: "Not in time" },
];

export default async function RehearsedPlacesPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { standing, ...scope } = await readPlaceFilter(searchParams);
  const filter: PlaceFilter = { ...scope, ...(standing ? { standing } : {}) };
  const list = load(listRehearsedPlaces(actor, filter));
  const offered = await scopeChoices(actor);
  return (
    <>
      <PageHeader
        title="Places to rehearse"
        description="Services with a programme, or in production, that the policy asks to have rehearsed a roll back."
        breadcrumb={[{ href: readinessHref(scope), label: "Readiness" }]}
        actions={<ExportLinks what="places to rehearse" href={hrefOf(`${PATH}/export`, filter)} />}
      />
      <ScopeFilters path={PATH} scope={scope} isFiltered={isFiltered(filter)} {...offered}>
        <FilterSelect name="standing" label="Rehearsed" value={standing} options={STANDINGS} />
      </ScopeFilters>
      <Streamed section={Found({ list, filter })} fallback={<TableSkeleton columns={6} label="Loading the places" />} />
    </>
  );
}

const isFiltered = ({ standing, ...scope }: PlaceFilter): boolean => standing !== undefined || isNarrowed(scope);

async function Found({ list: pending, filter }: { list: Loading<typeof listRehearsedPlaces>; filter: PlaceFilter }) {
  const found = await pending;
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={PATH} />;
  const list = found.data;
  if (list.items.length > 0) return <PlaceFreshnessTable {...list} />;
  if (isFiltered(filter) && list.maxAgeDays !== null) return <NoMatch clearHref={PATH} />;
  return (
    <NothingYet title="No place has to be rehearsed">
      {list.maxAgeDays === null
        ? "The gate policy does not ask for rehearsals."
        : "A service has to be rehearsed once it has a programme or a release in production."}
    </NothingYet>
  );
}
