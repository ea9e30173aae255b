import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { ScorecardTable } from "@/components/scorecard/scorecard-table";
import { ScorecardTabs } from "@/components/scorecard/scorecard-tabs";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { pageViewer } from "@/lib/auth/page-actor";
import { listEnvironments } from "@/lib/registry/environment/queries";
import { listScorecards } from "@/lib/registry/scorecard/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";

import { readScorecardFilter } from "./filter";

export const metadata: Metadata = { title: "Scorecards" };

const PATH = "/scorecards";
const SUBMIT = `readiness submit scorecard --service service-api --environment staging \\
  --junit unit=reports/unit.xml --junit integration=reports/integration.xml`;

export default async function ScorecardsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { filter, page } = await readScorecardFilter(searchParams);
  const [list, services, environments] = await Promise.all([
    load(listScorecards(actor, { ...filter, ...page })),
    load(serviceChoices(actor)),
    load(listEnvironments(actor)),
  ]);
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
      {list.ok ? (
        <Found list={list.data} filter={filter} />
      ) : (
        <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, filter)} />
      )}
    </>
  );
}

const RESULTS = [
  { value: "passed", label: "Passed" },
  { value: "failed", label: "Failed" },
];

type FoundProps = { list: Awaited<ReturnType<typeof listScorecards>>; filter: Record<string, string | undefined> };

function Found({ list, filter }: FoundProps) {
  if (list.items.length > 0) {
    return (
      <>
        <ScorecardTable items={list.items} now={list.now} />
        <Pager
          label="Pages of scorecards"
          newerHref={list.previous ? hrefOf(PATH, { ...filter, before: list.previous }) : undefined}
          olderHref={list.next ? hrefOf(PATH, { ...filter, after: list.next }) : undefined}
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
