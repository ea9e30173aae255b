import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { EvaluationTable } from "@/components/readiness/evaluation-table";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterSelect } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { listFirstEvaluations } from "@/lib/registry/readiness/first-evaluations";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { isNarrowed, readinessHref } from "../../query";
import { ScopeFilters, scopeChoices } from "../../scope-filters";
import { type EvaluationFilter, readFirstEvaluationFilter, VERDICTS } from "../filter";

export const metadata: Metadata = { title: "First evaluations" };

const PATH = "/readiness/first-evaluations";

export default async function FirstEvaluationsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { filter, page } = await readFirstEvaluationFilter(searchParams);
  const { verdict, ...scope } = filter;
  const list = load(listFirstEvaluations(actor, filter, page));
  const offered = await scopeChoices(actor);
  return (
    <>
      <PageHeader
        title="First evaluations"
        description="What the gate said when it judged each release for the first time, and what stood in its way."
        breadcrumb={[{ href: readinessHref(scope), label: "Readiness" }]}
        actions={<ExportLinks what="first evaluations" href={hrefOf(`${PATH}/export`, filter)} />}
      />
      <ScopeFilters path={PATH} scope={scope} isFiltered={isFiltered(filter)} {...offered}>
        <FilterSelect name="verdict" label="First verdict" value={verdict} options={VERDICTS} />
      </ScopeFilters>
      <Streamed
        section={Found({ list, filter })}
        fallback={<TableSkeleton columns={5} label="Loading the first evaluations" />}
      />
    </>
  );
}

const isFiltered = ({ verdict, ...scope }: EvaluationFilter): boolean => verdict !== undefined || isNarrowed(scope);

type FoundProps = { list: Loading<typeof listFirstEvaluations>; filter: EvaluationFilter };

async function Found({ list: pending, filter }: FoundProps) {
  const found = await pending;
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={PATH} />;
  const list = found.data;
  if (list.items.length > 0) {
    return (
      <>
        <EvaluationTable
          items={list.items}
          now={list.now}
          caption="First evaluations, the latest first"
          verdictLabel="First verdict"
        />
        <Pager
          label="Pages of first evaluations"
          newerHref={list.previous ? hrefOf(PATH, { ...filter, before: list.previous }) : undefined}
          olderHref={list.next ? hrefOf(PATH, { ...filter, after: list.next }) : undefined}
        />
      </>
    );
  }
  if (isFiltered(filter)) return <NoMatch clearHref={PATH} />;
  return (
    <NothingYet title="The gate judged no new release in this period">
      A release is first evaluated when its pipeline or a person asks the gate.
    </NothingYet>
  );
}
