import { isWithin, type Span } from "../period";
import { type AnalysedIncident, countedOf, incidentMeasures, type Mean, startOf, timeBetween } from "./analytics";
import {
  type Attribution,
  attributionOf,
  type ChangeFailures,
  failuresAmong,
  type RolledOut,
  type Rollout,
} from "./attribution";

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
  /** Of the span and of the window before it; where `rolledOut` is given, those that an incident can be put down to do. */
  rollouts: readonly Rollout[];
  windowHours: number;
  /** What was counted of each span that is asked for, where not all rollouts are at hand. */
  rolledOut?: readonly (RolledOut & { span: Span })[];
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
  return {
    incidents: incidents.length,
    timeToAcknowledge,
    timeToResolve,
    timeBetween: timeBetween(incidents),
    changeFailures: failuresAmong(rolledOutIn(observed, span), attributions),
  };
}

/** Those that `numbersOf` counts as failures of a span: put down to a release that was rolled out in it. Pure. */
export function failuresOf<I extends AttributableIncident>(observed: Observed<I>, span: Span) {
  const { ids } = rolledOutIn(observed, span);
  const incidents = declaredWithin(observed.incidents, span);
  return attributionsOf({ ...observed, incidents }).filter(({ attribution }) => ids.has(attribution.releaseId));
}

function rolledOutIn({ rolledOut, rollouts, service }: Observed, span: Span): RolledOut {
  if (rolledOut) {
    const counted = rolledOut.find((each) => isSame(each.span, span));
    if (!counted) throw new Error("The rollouts of this span were not counted.");
    return counted;
  }
  const isCounted = (slug: string) => service === undefined || slug === service;
  const own = rollouts.filter((each) => isWithin(each.at, span) && isCounted(each.service));
  const ids = new Set(own.map(({ releaseId }) => releaseId));
  return { releases: ids.size, ids };
}

const isSame = (one: Span, other: Span): boolean =>
  one.from.getTime() === other.from.getTime() && one.until.getTime() === other.until.getTime();
