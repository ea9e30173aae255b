import type { Metadata } from "next";
import { AddMetricDialog } from "@/components/metric-catalogue/metric-dialogs";
import { MetricTable } from "@/components/metric-catalogue/metric-table";
import { SeenMetrics } from "@/components/metric-catalogue/seen-metrics";
import { FirstNextPager } from "@/components/page/first-next-pager";
import { LoadFailure } from "@/components/page/load-failure";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import { Section } from "@/components/ui/section";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { listMetrics, uncataloguedMetrics } from "@/lib/registry/metric-catalogue/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import { addMetricAction, changeMetricAction, removeMetricAction } from "./actions";

export const metadata: Metadata = { title: "Metrics" };

const PATH = "/settings/metrics";

export default async function MetricsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { service, q, after } = await readParams(searchParams, ["service", "q", "after"]);
  const manages = can(actor, "catalogue:manage");
  const [list, seen, choices] = await Promise.all([
    load(listMetrics(actor, { service, q, after })),
    load(uncataloguedMetrics(actor, { service })),
    load(serviceChoices(actor)),
  ]);
  const services = choices.ok ? choices.data.map(({ slug }) => slug) : [];
  const filtered = Boolean(service || q);
  const actions = manages ? { change: changeMetricAction, remove: removeMetricAction } : null;
  return (
    <SettingsFrame
      current={PATH}
      description={`What each service measures, who answers for it and what to do when it is off.${manages ? "" : ` Changing it takes the role ${rolesWith("catalogue:manage").join(" or ")}.`}`}
      actions={manages && <AddMetricDialog services={services} action={addMetricAction} />}
    >
      <FilterBar action={PATH} clearHref={filtered ? PATH : undefined}>
        <FilterSelect
          name="service"
          label="Service"
          value={service}
          allLabel="All services"
          options={services.map((slug) => ({ value: slug, label: slug }))}
        />
        <FilterSearch name="q" label="Metric or owner" value={q} />
      </FilterBar>
      {!list.ok && <LoadFailure failure={list.failure} retryHref={PATH} />}
      {list.ok && list.data.items.length === 0 && (filtered ? <NoMatch clearHref={PATH} /> : <NoMetric />)}
      {list.ok && list.data.items.length > 0 && (
        <>
          <MetricTable items={list.data.items} actions={actions} />
          <FirstNextPager
            label="Pages of metrics"
            firstHref={after && hrefOf(PATH, { service, q })}
            nextHref={list.data.next ? hrefOf(PATH, { service, q, after: list.data.next }) : undefined}
          />
        </>
      )}
      {seen.ok && seen.data.length > 0 && (
        <Section
          title="Seen without an entry"
          count={seen.data.length}
          description="In the latest metrics of the services. A release that introduces one keeps its checklist open."
        >
          <SeenMetrics items={seen.data} services={services} add={manages ? addMetricAction : null} />
        </Section>
      )}
    </SettingsFrame>
  );
}

function NoMetric() {
  return (
    <NothingYet title="The metric catalogue is empty">
      A metric that a release introduces needs an entry with a runbook before its checklist is complete.
    </NothingYet>
  );
}
