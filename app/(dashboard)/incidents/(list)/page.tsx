import type { Metadata } from "next";
import { DeclareIncidentDialog } from "@/components/incident/declare-dialog";
import { IncidentTable } from "@/components/incident/incident-table";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { ImportPostmortemDialog } from "@/components/postmortem/import-dialog";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { type IncidentFilter, listIncidents } from "@/lib/registry/incident/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import { importPostmortemAction } from "../[id]/postmortem/actions";
import { declareIncidentAction } from "../actions";
import { readIncidentFilter } from "./filter";
import { IncidentFilters } from "./incident-filters";

export const metadata: Metadata = { title: "Incidents" };

const PATH = "/incidents";
const FIRST_INCIDENT =
  'readiness incident declare --service service-api --severity sev2 --title "Checkout answers 500"';

export default async function IncidentsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { filter, page } = await readIncidentFilter(searchParams);
  const { declare } = await readParams(searchParams, ["declare"]);
  const list = load(listIncidents(actor, filter, page));
  const services = await load(serviceChoices(actor));
  const declares = can(actor, "incident:declare");
  return (
    <>
      <PageHeader
        title="Incidents"
        description="What went wrong, who answers it, and what was learnt."
        actions={
          <>
            <ButtonLink href={`${PATH}/analytics`}>Analytics</ButtonLink>
            <ExportLinks what="incidents" href={hrefOf(`${PATH}/export`, filter)} />
            {declares && can(actor, "postmortem:write") && (
              <ImportPostmortemDialog services={choices(services)} action={importPostmortemAction} />
            )}
            {declares && (
              <DeclareIncidentDialog
                services={services.ok ? choices(services) : null}
                service={filter.service}
                commands={can(actor, "incident:command")}
                action={declareIncidentAction}
              />
            )}
          </>
        }
      />
      {declare && !declares && (
        <Alert tone="info" className="mb-4" title="You cannot declare an incident">
          It takes one of the roles {rolesWith("incident:declare").join(", ")}. An admin gives roles.
        </Alert>
      )}
      <IncidentFilters filter={filter} services={choices(services)} />
      <Streamed
        section={Found({ list, filter })}
        fallback={<TableSkeleton columns={7} label="Loading the incidents" />}
      />
    </>
  );
}

type FoundProps = { list: Loading<typeof listIncidents>; filter: IncidentFilter };

async function Found({ list: pending, filter }: FoundProps) {
  const list = await pending;
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, filter)} />;
  const { items, previous, next, now } = list.data;
  if (items.length > 0) {
    return (
      <>
        <IncidentTable items={items} now={now} />
        <Pager
          label="Pages of incidents"
          newerHref={previous ? hrefOf(PATH, { ...filter, before: previous }) : undefined}
          olderHref={next ? hrefOf(PATH, { ...filter, after: next }) : undefined}
        />
      </>
    );
  }
  if (Object.keys(filter).length > 0) return <NoMatch clearHref={PATH} />;
  return (
    <NothingYet title="No incident yet" snippet={FIRST_INCIDENT} snippetLabel="command">
      Declare one here, or let a pipeline do so with a token that allows <code>incident:declare</code>.
    </NothingYet>
  );
}
