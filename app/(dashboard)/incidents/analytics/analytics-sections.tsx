import { AttributionTable } from "@/components/incident-analytics/attribution-table";
import { FiveNumbers } from "@/components/incident-analytics/five-numbers";
import { ItemAges, ItemFacts, PostmortemTable } from "@/components/incident-analytics/follow-through";
import { ServiceTable, SeverityTable, StateTable } from "@/components/incident-analytics/measure-tables";
import { StretchCharts } from "@/components/incident-analytics/stretch-charts";
import { lastInstant } from "@/components/time/period-words";
import { NothingYet } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { AnalyticsRequest } from "@/lib/registry/incident/analytics";
import type { IncidentAnalytics } from "@/lib/registry/incident/analytics-view";
import { hrefOf } from "@/lib/web/search-params";

type SectionsProps = { view: IncidentAnalytics; query: AnalyticsRequest };

export function AnalyticsSections({ view, query }: SectionsProps) {
  const { service, severity } = query;
  const days = { from: view.period.from.slice(0, 10), to: lastInstant(view.period.until).toISOString().slice(0, 10) };
  return (
    <>
      <FiveNumbers
        current={view.current}
        previous={view.previous}
        listHref={hrefOf("/incidents", { service, severity, ...days })}
      />
      <p className="mt-2 text-muted text-sm">
        Each beside the period as long right before. Times are means and count from the alert, else from the
        declaration; merged duplicates count nowhere.
      </p>
      {view.current.incidents > 0 ? (
        <IncidentSections view={view} query={query} />
      ) : (
        <div className="mt-6">
          <NothingYet title="No incident was declared in this period">
            Choose a longer period, or another service or severity.
          </NothingYet>
        </div>
      )}
      <FollowThrough view={view} />
    </>
  );
}

function IncidentSections({ view, query }: SectionsProps) {
  return (
    <>
      <Section title="Over time">
        <StretchCharts stretches={view.stretches} />
      </Section>
      <Section title="By severity">
        <SeverityTable rows={view.bySeverity} />
      </Section>
      <Section title="By service" description="An incident counts for every service that it affects.">
        <ServiceTable
          rows={view.byService}
          hrefOf={(service) => hrefOf("/incidents/analytics", { ...query, service })}
        />
      </Section>
      <Section title="Time in state" description="Mean over the incidents that have left the state.">
        <StateTable times={view.timeInState} />
      </Section>
    </>
  );
}

function FollowThrough({ view }: { view: IncidentAnalytics }) {
  const { changeFailures, incidents } = view.current;
  const { attributions, windowHours, items, itemAges, postmortems } = view;
  const without = incidents - attributions.length;
  return (
    <>
      <Section
        title="Put down to a release"
        id="attributions"
        count={attributions.length}
        description={`The release that a person named; else the last production rollout of an affected service within ${windowHours} h before the incident; else none.`}
      >
        <p className="mb-2">
          {changeFailures.failed} of {changeFailures.releases} releases that were rolled out in the period.
          {without > 0 && ` ${without === 1 ? "1 incident is" : `${without} incidents are`} put down to no release.`}
        </p>
        {attributions.length > 0 && <AttributionTable items={attributions} windowHours={windowHours} />}
      </Section>
      <Section title="Postmortems" description="Of the incidents of the period that owe one and are resolved.">
        <PostmortemTable {...postmortems} />
      </Section>
      <Section title="Post-incident items" description="Opened in the period.">
        <ItemFacts items={items} />
        <h3 className="mt-5 mb-1 font-medium">
          <TextLink quiet href="/action-items?origin=incident">
            Open now
          </TextLink>
          , by age
        </h3>
        <ItemAges ages={itemAges} />
      </Section>
    </>
  );
}
