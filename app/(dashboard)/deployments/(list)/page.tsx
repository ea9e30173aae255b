import type { Metadata } from "next";
import { DeploymentTable } from "@/components/deployment/deployment-table";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { type DeploymentFilter, listDeployments } from "@/lib/registry/deployment/queries";
import { listEnvironments } from "@/lib/registry/environment/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { FINDING_CHOICES, MATCH_CHOICES, readDeploymentFilter, STATE_CHOICES } from "./filter";

export const metadata: Metadata = { title: "Deployments" };

const PATH = "/deployments";
const FIRST_REPORT =
  "readiness deployment report --service service-api --environment production --state succeeded --id rollout-1 --artifact sha256:…";

export default async function DeploymentsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { filter, page } = await readDeploymentFilter(searchParams);
  const list = load(listDeployments(actor, filter, page));
  const [services, environments] = await Promise.all([load(serviceChoices(actor)), load(listEnvironments(actor))]);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader
        title="Deployments"
        description="What was deployed, as pipelines and GitHub report it, and the decision that allowed it."
        actions={<ExportLinks what="deployments" href={hrefOf(`${PATH}/export`, filter)} />}
      />
      <FilterBar action={PATH} clearHref={isFiltered ? PATH : undefined}>
        <FilterSelect name="service" label="Service" value={filter.service} options={choices(services)} />
        <FilterSelect
          name="environment"
          label="Environment"
          value={filter.environment}
          options={choices(environments)}
        />
        <FilterSelect name="match" label="Approval" value={filter.match} options={MATCH_CHOICES} />
        <FilterSelect name="finding" label="Finding" value={filter.finding} options={FINDING_CHOICES} />
        <FilterSelect name="state" label="State" value={filter.state} options={STATE_CHOICES} />
      </FilterBar>
      <Streamed
        section={Found({ list, filter })}
        fallback={<TableSkeleton columns={7} label="Loading the deployments" />}
      />
    </>
  );
}

type FoundProps = { list: Loading<typeof listDeployments>; filter: DeploymentFilter };

async function Found({ list: pending, filter }: FoundProps) {
  const list = await pending;
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, filter)} />;
  const { items, previous, next, now } = list.data;
  if (items.length > 0) {
    return (
      <>
        <DeploymentTable items={items} now={now} />
        <Pager
          label="Pages of deployments"
          newerHref={previous ? hrefOf(PATH, { ...filter, before: previous }) : undefined}
          olderHref={next ? hrefOf(PATH, { ...filter, after: next }) : undefined}
        />
      </>
    );
  }
  if (Object.keys(filter).length > 0) return <NoMatch clearHref={PATH} />;
  return (
    <NothingYet title="No deployment was reported yet" snippet={FIRST_REPORT} snippetLabel="command">
      A pipeline reports each deployment with a token that allows <code>deployment:report</code>; GitHub does so itself
      when the app of an integration is subscribed to deployment statuses.
    </NothingYet>
  );
}
