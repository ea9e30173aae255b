import { isWithin, type Span } from "../period";
import { type AnalysedIncident, countedOf, incidentMeasures, type Mean, startOf, timeBetween } from "./analytics";
import { type Attribution, attributionOf, type ChangeFailures, changeFailures, type Rollout } from "./attribution";

/** An incident with the release that a person named as its cause, if any. */
export type AttributableIncident = AnalysedIncident & { declaredAt: Date; causeReleaseId: string | null };

/** The five numbers of a period, means in milliseconds. */
export type IncidentNumbers = {
  incidents: number;
  timeToAcknowledge: Mean;
  timeToResolve: Mean;
  timeBetween: Mean;
  changeFailures: ChangeFailures;
};

export type Observed<I extends AttributableIncident = AttributableIncident> = {
  incidents: readonly I[];
  /** Of the span and of the window before it. */
  rollouts: readonly Rollout[];
  windowHours: number;
  /** Only releases of this service are counted; its incidents may be put down to those of others. */
  service?: string;
};

/** The incidents that were declared within a span, without merged duplicates. */
export const declaredWithin = <I extends AttributableIncident>(incidents: readonly I[], span: Span): I[] =>
  countedOf(incidents).filter(({ declaredAt }) => isWithin(declaredAt, span));

/** Incidents that are put down to a release, in their order, each with why; the others are put down to none. Pure. */
export function attributionsOf<I extends AttributableIncident>({
  incidents,
  rollouts,
  windowHours,
}: Observed<I>): { incident: I; attribution: Attribution }[] {
  return incidents.flatMap((incident) => {
    const { services, causeReleaseId } = incident;
    const attribution = attributionOf({ services, start: startOf(incident), causeReleaseId }, rollouts, windowHours);
    return attribution ? [{ incident, attribution }] : [];
  });
}

/** The numbers of the incidents declared within a span, and of the releases rolled out in it. Pure. */
export function numbersOf(observed: Observed, span: Span): IncidentNumbers {
  const incidents = declaredWithin(observed.incidents, span);
  const { timeToAcknowledge, timeToResolve } = incidentMeasures(incidents);
  const attributions = attributionsOf({ ...observed, incidents }).map(({ attribution }) => attribution);
  const isCounted = (slug: string) => observed.service === undefined || slug === observed.service;
  const rolledOut = observed.rollouts.filter(({ at, service }) => isWithin(at, span) && isCounted(service));
  return {
    incidents: incidents.length,
    timeToAcknowledge,
    timeToResolve,
    timeBetween: timeBetween(incidents),
    changeFailures: changeFailures(rolledOut, attributions),
  };
}
