import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { ScorecardTabs } from "@/components/scorecard/scorecard-tabs";
import { FlakyTable } from "@/components/test-result/flaky-table";
import { RankPager } from "@/components/test-result/rank-pager";
import { PageHeader } from "@/components/ui/page-header";
import { pageViewer } from "@/lib/auth/page-actor";
import { hasTestResults } from "@/lib/registry/scorecard/known-tests";
import { serviceChoices } from "@/lib/registry/service/queries";
import { type FlakyFilter, listFlakyTests } from "@/lib/registry/test-result/queries";
import { choices } from "@/lib/web/choices";
import { type Loaded, load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { NoFlakyTest } from "./empty";
import { flakyParams, readFlakyFilter } from "./filter";
import { FlakyFilters } from "./flaky-filters";

export const metadata: Metadata = { title: "Flaky tests" };

const PATH = "/scorecards/tests";

export default async function FlakyTestsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { filter, page } = await readFlakyFilter(searchParams);
  const [list, any, services] = await Promise.all([
    load(listFlakyTests(actor, filter, page)),
    load(hasTestResults(actor)),
    load(serviceChoices(actor)),
  ]);
  return (
    <>
      <PageHeader
        title="Flaky tests"
        description="Tests that failed and then passed within one run, or that gave different results for the same commit."
        breadcrumb={[{ href: "/scorecards", label: "Scorecards" }]}
        actions={<ExportLinks what="flaky tests" href={hrefOf(`${PATH}/export`, flakyParams(filter))} />}
      />
      <ScorecardTabs current="tests" />
      <FlakyFilters
        filter={filter}
        services={choices(services)}
        suites={list.ok ? list.data.items.map(({ suite }) => suite) : []}
      />
      {list.ok ? (
        <Found list={list.data} any={any} filter={filter} paged={Boolean(page.after ?? page.before)} />
      ) : (
        <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, flakyParams(filter))} />
      )}
    </>
  );
}

type FoundProps = {
  list: Awaited<ReturnType<typeof listFlakyTests>>;
  any: Loaded<boolean>;
  filter: FlakyFilter;
  paged: boolean;
};

function Found({ list, any, filter, paged }: FoundProps) {
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
