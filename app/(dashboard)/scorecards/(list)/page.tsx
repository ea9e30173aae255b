import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { ScorecardTable } from "@/components/scorecard/scorecard-table";
import { ScorecardTabs } from "@/components/scorecard/scorecard-tabs";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { listEnvironments } from "@/lib/registry/environment/queries";
import { listScorecards } from "@/lib/registry/scorecard/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";

import { readScorecardFilter } from "./filter";

export const metadata: Metadata = { title: "Scorecards" };

const PATH = "/scorecards";
const SUBMIT = `readiness submit scorecard --service service-api --environment staging \\
  --junit unit=reports/unit.xml --junit integration=reports/integration.xml`;

export default async function ScorecardsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { filter, page } = await readScorecardFilter(searchParams);
  const list = load(listScorecards(actor, { ...filter, ...page }));
  const [services, environments] = await Promise.all([load(serviceChoices(actor)), load(listEnvironments(actor))]);
  const filtered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader
        title="Scorecards"
        description="What each readiness run found, as its pipeline sent it."
        actions={<ExportLinks what="scorecards" href={hrefOf(`${PATH}/export`, filter)} />}
      />
      <ScorecardTabs current="runs" />
      <FilterBar action={PATH} clearHref={filtered ? PATH : undefined}>
        <FilterSearch name="q" label="Commit or run" value={filter.q} placeholder="starts with…" />
        <FilterSelect name="service" label="Service" value={filter.service} options={choices(services)} />
        <FilterSelect
          name="environment"
          label="Environment"
          value={filter.environment}
          options={choices(environments)}
        />
        <FilterSelect name="result" label="Result" value={filter.result} options={RESULTS} />
      </FilterBar>
      <Streamed
        section={Found({ list, filter })}
        fallback={<TableSkeleton columns={7} label="Loading the scorecards" />}
      />
    </>
  );
}

const RESULTS = [
  { value: "passed", label: "Passed" },
  { value: "failed", label: "Failed" },
];

type FoundProps = { list: Loading<typeof listScorecards>; filter: Record<string, string | undefined> };

async function Found({ list: pending, filter }: FoundProps) {
  const list = await pending;
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, filter)} />;
  const { items, previous, next, now } = list.data;
  if (items.length > 0) {
    return (
      <>
        <ScorecardTable items={items} now={now} />
        <Pager
          label="Pages of scorecards"
          newerHref={previous ? hrefOf(PATH, { ...filter, before: previous }) : undefined}
          olderHref={next ? hrefOf(PATH, { ...filter, after: next }) : undefined}
        />
      </>
    );
  }
  if (Object.keys(filter).length > 0) return <NoMatch clearHref={PATH} />;
  return (
    <NothingYet title="No scorecard has arrived yet" snippet={SUBMIT} snippetLabel="command">
      Pipelines send one after each readiness run.
    </NothingYet>
  );
}
