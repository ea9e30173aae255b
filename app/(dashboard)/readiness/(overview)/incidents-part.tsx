import { StretchCharts } from "@/components/incident-analytics/stretch-charts";
import { LoadFailure } from "@/components/page/load-failure";
import { IncidentFigures } from "@/components/readiness/incident-figures";
import { lastInstant } from "@/components/time/period-words";
import { incidentAnalytics } from "@/lib/registry/incident/analytics";
import { load } from "@/lib/web/load";
import { hrefOf } from "@/lib/web/search-params";
import { READINESS_PATH } from "../query";
import type { PartProps } from "./part";

/** How many incidents there were and how long they took. An incident is of services, not of an environment. */
export async function IncidentsPart({ actor, query: { period, service } }: PartProps) {
  const found = await load(incidentAnalytics(actor, { period, service }));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={READINESS_PATH} />;
  const view = found.data;
  const days = { from: view.period.from.slice(0, 10), to: lastInstant(view.period.until).toISOString().slice(0, 10) };
  return (
    <>
      <IncidentFigures
        view={view}
        listHref={hrefOf("/incidents", { service, ...days })}
        openHref={hrefOf("/incidents", { service, state: "open", ...days })}
      />
      {view.current.incidents > 0 && <StretchCharts stretches={view.stretches} />}
    </>
  );
}
