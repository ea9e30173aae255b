import type { Metadata } from "next";
import { DeploymentTable } from "@/components/deployment/deployment-table";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { pageViewer } from "@/lib/auth/page-actor";
import { type DeploymentFilter, listDeployments } from "@/lib/registry/deployment/queries";
import { listEnvironments } from "@/lib/registry/environment/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { FINDING_CHOICES, MATCH_CHOICES, readDeploymentFilter, STATE_CHOICES } from "./filter";

export const metadata: Metadata = { title: "Deployments" };

const PATH = "/deployments";
const FIRST_REPORT =
  "readiness deployment report --service service-api --environment production --state succeeded --id rollout-1 --artifact sha256:…";

export default async function DeploymentsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { filter, page } = await readDeploymentFilter(searchParams);
  const [list, services, environments] = await Promise.all([
    load(listDeployments(actor, filter, page)),
    load(serviceChoices(actor)),
    load(listEnvironments(actor)),
  ]);
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
      {list.ok ? (
        <Found list={list.data} filter={filter} />
      ) : (
        <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, filter)} />
      )}
    </>
  );
}

type FoundProps = { list: Awaited<ReturnType<typeof listDeployments>>; filter: DeploymentFilter };

function Found({ list, filter }: FoundProps) {
  if (list.items.length > 0) {
    return (
      <>
        <DeploymentTable items={list.items} now={list.now} />
        <Pager
          label="Pages of deployments"
          newerHref={list.previous ? hrefOf(PATH, { ...filter, before: list.previous }) : undefined}
          olderHref={list.next ? hrefOf(PATH, { ...filter, after: list.next }) : undefined}
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
