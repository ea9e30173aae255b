import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { PeriodFilter } from "@/components/page/period-filter";
import { Streamed } from "@/components/page/streamed";
import { spanText } from "@/components/time/period-words";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { NumbersSkeleton, TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { SEVERITIES, SEVERITY_WORDS } from "@/lib/core/incident/model";
import { USUAL_PERIOD } from "@/lib/core/period";
import { type AnalyticsRequest, incidentAnalytics } from "@/lib/registry/incident/analytics";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { AnalyticsSections } from "./analytics-sections";
import { readAnalyticsQuery } from "./filter";

export const metadata: Metadata = { title: "Incident analytics" };

const PATH = "/incidents/analytics";

export default async function IncidentAnalyticsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const query = await readAnalyticsQuery(searchParams);
  const found = load(incidentAnalytics(actor, query));
  const services = await load(serviceChoices(actor));
  return (
    <>
      <PageHeader
        title="Incident analytics"
        description="How incidents are answered, and what they were put down to."
        breadcrumb={[{ href: "/incidents", label: "Incidents" }]}
        actions={<ExportLinks what="analysed incidents" href={hrefOf(`${PATH}/export`, query)} />}
      />
      <Filters query={query} services={choices(services)} />
      <Streamed section={Found({ found, query })} fallback={<AnalyticsSkeleton />} />
    </>
  );
}

type Query = AnalyticsRequest & { period: string };

async function Found({ found, query }: { found: Loading<typeof incidentAnalytics>; query: Query }) {
  const view = await found;
  if (!view.ok) return <LoadFailure failure={view.failure} retryHref={PATH} />;
  return (
    <>
      <p className="mb-4 text-muted">Incidents declared {spanText(view.data.period)}, in UTC.</p>
      <AnalyticsSections view={view.data} query={query} />
    </>
  );
}

function AnalyticsSkeleton() {
  return (
    <div className="grid gap-8">
      <NumbersSkeleton count={5} />
      <TableSkeleton columns={5} label="Loading the analytics" />
    </div>
  );
}

type FiltersProps = { query: Query; services: ReturnType<typeof choices> };

function Filters({ query: { period, service, severity }, services }: FiltersProps) {
  const isFiltered = period !== USUAL_PERIOD || service !== undefined || severity !== undefined;
  return (
    <FilterBar action={PATH} clearHref={isFiltered ? PATH : undefined}>
      <PeriodFilter period={period} />
      <FilterSelect name="service" label="Service" value={service} options={services} />
      <FilterSelect
        name="severity"
        label="Severity"
        value={severity}
        options={SEVERITIES.map((value) => ({ value, label: SEVERITY_WORDS[value] }))}
      />
    </FilterBar>
  );
}
