import { type AnyIncidentState, isOpen, SEVERITIES, type Severity } from "./model";

/** What the measures need of an incident. A merged duplicate may be among them: it is counted nowhere. */
export type AnalysedIncident = {
  id: string;
  severity: Severity;
  state: AnyIncidentState;
  /** Slugs of all that it affects. */
  services: readonly string[];
  /** When the harm began, as far as known. */
  startedAt: Date | null;
  /** The alert, else the declaration. */
  detectedAt: Date;
  acknowledgedAt: Date | null;
  resolvedAt: Date | null;
};

/** A mean in milliseconds and of how many durations. Null wherever there is none: "no data", which is not 0. */
export type Mean = { ms: number; of: number } | null;

export type IncidentMeasures = {
  incidents: number;
  open: number;
  bySeverity: Record<Severity, number>;
  /** MTTA: from the alert, else the declaration, to the first acknowledgement. */
  timeToAcknowledge: Mean;
  /** MTTR: from the alert, else the declaration, to the latest resolution. */
  timeToResolve: Mean;
};

export function meanOf(durationsMs: readonly number[]): Mean {
  if (durationsMs.length === 0) return null;
  return { ms: durationsMs.reduce((sum, each) => sum + each, 0) / durationsMs.length, of: durationsMs.length };
}

/** Incidents that are counted: each but those that ended as the duplicate of another. */
export const countedOf = <T extends { state: AnyIncidentState }>(incidents: readonly T[]): T[] =>
  incidents.filter(({ state }) => state !== "merged");

/** When the harm began as far as known, else when it was detected. */
export const startOf = ({ startedAt, detectedAt }: Pick<AnalysedIncident, "startedAt" | "detectedAt">): Date =>
  startedAt ?? detectedAt;

const elapsedMs = (from: Date, to: Date | null): number | null => to && Math.max(0, to.getTime() - from.getTime());

/** Milliseconds to the first acknowledgement; null while nobody has acknowledged it. Never negative. */
export const acknowledgedAfterMs = (incident: Pick<AnalysedIncident, "detectedAt" | "acknowledgedAt">) =>
  elapsedMs(incident.detectedAt, incident.acknowledgedAt);

/** Milliseconds to the latest resolution; null while it is open. Never negative. */
export const resolvedAfterMs = (incident: Pick<AnalysedIncident, "detectedAt" | "resolvedAt">) =>
  elapsedMs(incident.detectedAt, incident.resolvedAt);

/** Milliseconds from when the harm began, as far as known, to the latest resolution; null while it is open. Never negative. */
export const resolvedAfterStartMs = (incident: Pick<AnalysedIncident, "startedAt" | "detectedAt" | "resolvedAt">) =>
  elapsedMs(startOf(incident), incident.resolvedAt);

/** Counts and means over incidents. Open ones are counted and have no duration; merged duplicates are left out. Pure. */
export function incidentMeasures(incidents: readonly AnalysedIncident[]): IncidentMeasures {
  const counted = countedOf(incidents);
  const number = (severity: Severity) => counted.filter((each) => each.severity === severity).length;
  return {
    incidents: counted.length,
    open: counted.filter(({ state }) => isOpen(state)).length,
    bySeverity: { sev1: number("sev1"), sev2: number("sev2"), sev3: number("sev3") },
    timeToAcknowledge: meanOf(known(counted.map(acknowledgedAfterMs))),
    timeToResolve: meanOf(known(counted.map(resolvedAfterMs))),
  };
}

const known = (durations: readonly (number | null)[]): number[] => durations.filter((each) => each !== null);

/**
 * MTBF: the mean time between the starts of consecutive incidents. Null for fewer than two. Over n incidents of one
 * service it is the time from the first start to the last, divided by n − 1. Pure.
 */
export function timeBetween(incidents: readonly AnalysedIncident[]): Mean {
  const starts = countedOf(incidents)
    .map((each) => startOf(each).getTime())
    .sort((one, other) => one - other);
  return meanOf(starts.slice(1).map((start, index) => start - (starts[index] ?? start)));
}

export type ServiceMeasures = IncidentMeasures & { service: string; timeBetween: Mean };

/** Measures of each service, by name. An incident counts for every service that it affects. */
export function measuresByService(incidents: readonly AnalysedIncident[]): ServiceMeasures[] {
  const services = [...new Set(countedOf(incidents).flatMap((each) => each.services))].sort();
  return services.map((service) => {
    const own = incidents.filter((each) => each.services.includes(service));
    return { service, ...incidentMeasures(own), timeBetween: timeBetween(own) };
  });
}

export type SeverityMeasures = IncidentMeasures & { severity: Severity };

export function measuresBySeverity(incidents: readonly AnalysedIncident[]): SeverityMeasures[] {
  return SEVERITIES.map((severity) => ({
    severity,
    ...incidentMeasures(incidents.filter((each) => each.severity === severity)),
  }));
}
