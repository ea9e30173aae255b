import type { Metadata } from "next";
import { DeclareIncidentDialog } from "@/components/incident/declare-dialog";
import { IncidentTable } from "@/components/incident/incident-table";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { ImportPostmortemDialog } from "@/components/postmortem/import-dialog";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { type IncidentFilter, listIncidents } from "@/lib/registry/incident/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { load } from "@/lib/web/load";
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
  const [list, services] = await Promise.all([load(listIncidents(actor, filter, page)), load(serviceChoices(actor))]);
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
      {list.ok ? (
        <Found list={list.data} filter={filter} />
      ) : (
        <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, filter)} />
      )}
    </>
  );
}

type FoundProps = { list: Awaited<ReturnType<typeof listIncidents>>; filter: IncidentFilter };

function Found({ list, filter }: FoundProps) {
  if (list.items.length > 0) {
    return (
      <>
        <IncidentTable items={list.items} now={list.now} />
        <Pager
          label="Pages of incidents"
          newerHref={list.previous ? hrefOf(PATH, { ...filter, before: list.previous }) : undefined}
          olderHref={list.next ? hrefOf(PATH, { ...filter, after: list.next }) : undefined}
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
