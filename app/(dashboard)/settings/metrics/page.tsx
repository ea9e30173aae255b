import type { Metadata } from "next";
import { AddMetricDialog } from "@/components/metric-catalogue/metric-dialogs";
import { MetricTable } from "@/components/metric-catalogue/metric-table";
import { SeenMetrics } from "@/components/metric-catalogue/seen-metrics";
import { FirstNextPager } from "@/components/page/first-next-pager";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import { Section } from "@/components/ui/section";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { listMetrics, uncataloguedMetrics } from "@/lib/registry/metric-catalogue/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import { addMetricAction, changeMetricAction, removeMetricAction } from "./actions";

export const metadata: Metadata = { title: "Metrics" };

const PATH = "/settings/metrics";

export default async function MetricsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { service, q, after } = await readParams(searchParams, ["service", "q", "after"]);
  const manages = can(actor, "catalogue:manage");
  const list = load(listMetrics(actor, { service, q, after }));
  const seen = load(uncataloguedMetrics(actor, { service }));
  const choices = await load(serviceChoices(actor));
  const services = choices.ok ? choices.data.map(({ slug }) => slug) : [];
  return (
    <SettingsFrame
      current={PATH}
      description={`What each service measures, who answers for it and what to do when it is off.${manages ? "" : ` Changing it takes the role ${rolesWith("catalogue:manage").join(" or ")}.`}`}
      actions={manages && <AddMetricDialog services={services} action={addMetricAction} />}
    >
      <FilterBar action={PATH} clearHref={service || q ? PATH : undefined}>
        <FilterSelect
          name="service"
          label="Service"
          value={service}
          allLabel="All services"
          options={services.map((slug) => ({ value: slug, label: slug }))}
        />
        <FilterSearch name="q" label="Metric or owner" value={q} />
      </FilterBar>
      <Streamed
        section={Found({ list, filter: { service, q }, after, manages })}
        fallback={<TableSkeleton columns={manages ? 6 : 5} label="Loading the metrics" />}
      />
      <Streamed section={Seen({ seen, services, manages })} fallback={null} />
    </SettingsFrame>
  );
}

type FoundProps = {
  list: Loading<typeof listMetrics>;
  filter: { service?: string; q?: string };
  after?: string;
  manages: boolean;
};

async function Found({ list: pending, filter, after, manages }: FoundProps) {
  const list = await pending;
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={PATH} />;
  const { items, next } = list.data;
  if (items.length === 0) return filter.service || filter.q ? <NoMatch clearHref={PATH} /> : <NoMetric />;
  return (
    <>
      <MetricTable
        items={items}
        actions={manages ? { change: changeMetricAction, remove: removeMetricAction } : null}
      />
      <FirstNextPager
        label="Pages of metrics"
        firstHref={after && hrefOf(PATH, filter)}
        nextHref={next ? hrefOf(PATH, { ...filter, after: next }) : undefined}
      />
    </>
  );
}

type SeenProps = { seen: Loading<typeof uncataloguedMetrics>; services: string[]; manages: boolean };

/** What services send without saying what it is. Most tenants have none. */
async function Seen({ seen: pending, services, manages }: SeenProps) {
  const seen = await pending;
  if (!seen.ok || seen.data.length === 0) return null;
  return (
    <Section
      title="Seen without an entry"
      count={seen.data.length}
      description="In the latest metrics of the services. A release that introduces one keeps its checklist open."
    >
      <SeenMetrics items={seen.data} services={services} add={manages ? addMetricAction : null} />
    </Section>
  );
}

function NoMetric() {
  return (
    <NothingYet title="The metric catalogue is empty">
      A metric that a release introduces needs an entry with a runbook before its checklist is complete.
    </NothingYet>
  );
}
