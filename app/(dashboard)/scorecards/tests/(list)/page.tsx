import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { ScorecardTabs } from "@/components/scorecard/scorecard-tabs";
import { FlakyTable } from "@/components/test-result/flaky-table";
import { RankPager } from "@/components/test-result/rank-pager";
import { PageHeader } from "@/components/ui/page-header";
import { FilterSkeleton, TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { hasTestResults } from "@/lib/registry/scorecard/known-tests";
import { serviceChoices } from "@/lib/registry/service/queries";
import { type FlakyFilter, listFlakyTests } from "@/lib/registry/test-result/queries";
import { choices } from "@/lib/web/choices";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { NoFlakyTest } from "./empty";
import { flakyParams, readFlakyFilter } from "./filter";
import { FlakyFilters } from "./flaky-filters";

export const metadata: Metadata = { title: "Flaky tests" };

const PATH = "/scorecards/tests";

export default async function FlakyTestsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { filter, page } = await readFlakyFilter(searchParams);
  const list = load(listFlakyTests(actor, filter, page));
  const any = load(hasTestResults(actor));
  const services = load(serviceChoices(actor));
  return (
    <>
      <PageHeader
        title="Flaky tests"
        description="Tests that failed and then passed within one run, or that gave different results for the same commit."
        breadcrumb={[{ href: "/scorecards", label: "Scorecards" }]}
        actions={<ExportLinks what="flaky tests" href={hrefOf(`${PATH}/export`, flakyParams(filter))} />}
      />
      <ScorecardTabs current="tests" />
      <Streamed
        section={Found({ list, any, services, filter, paged: Boolean(page.after ?? page.before) })}
        fallback={<FlakySkeleton />}
      />
    </>
  );
}

type FoundProps = {
  list: Loading<typeof listFlakyTests>;
  any: Loading<typeof hasTestResults>;
  services: Loading<typeof serviceChoices>;
  filter: FlakyFilter;
  paged: boolean;
};

/** The filters too: which suites there are to choose from depends on what is found. */
async function Found({ list: pending, any, services, filter, paged }: FoundProps) {
  const list = await pending;
  const suites = list.ok ? list.data.items.map(({ suite }) => suite) : [];
  return (
    <>
      <FlakyFilters filter={filter} services={choices(await services)} suites={suites} />
      {list.ok ? (
        <Ranking list={list.data} any={await any} filter={filter} paged={paged} />
      ) : (
        <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, flakyParams(filter))} />
      )}
    </>
  );
}

type RankingProps = {
  list: Awaited<ReturnType<typeof listFlakyTests>>;
  any: Awaited<FoundProps["any"]>;
  filter: FlakyFilter;
  paged: boolean;
};

function Ranking({ list, any, filter, paged }: RankingProps) {
  const params = flakyParams(filter);
  if (list.items.length === 0) {
    const filtered = paged || Object.values(params).some(Boolean);
    return <NoFlakyTest days={list.days} filtered={filtered} any={!any.ok || any.data} />;
  }
  return (
    <>
      <FlakyTable items={list.items} days={list.days} now={list.now} />
      <RankPager
        flakierHref={list.previous ? hrefOf(PATH, { ...params, before: list.previous }) : undefined}
        steadierHref={list.next ? hrefOf(PATH, { ...params, after: list.next }) : undefined}
      />
    </>
  );
}

function FlakySkeleton() {
  return (
    <>
      <FilterSkeleton fields={3} />
      <TableSkeleton columns={8} label="Loading the flaky tests" />
    </>
  );
}
