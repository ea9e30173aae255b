import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from "ical-generator";
import type { FreshnessIndicator } from "@/lib/core/rehearsal/indicator";
import type { SessionState } from "@/lib/core/rehearsal/session";
import { env } from "@/lib/env";

const HOUR_MS = 3_600_000;
const REFRESH_SECONDS = 3600;
const EPOCH = Date.UTC(2020, 0, 1);

type Place = { serviceId: string; service: string; environmentId: string; environment: string };
/** A day (YYYY-MM-DD) by which a rehearsal is due; `changedAt` is when that day last moved. */
export type DueEvent = Place & {
  on: string;
  indicator: FreshnessIndicator;
  leadName: string | null;
  changedAt: string;
};
export type SessionEvent = Place & {
  id: string;
  plannedAt: string;
  localTime: string;
  zone: string;
  leadName: string | null;
  note: string | null;
  state: SessionState;
  rehearsalId: string | null;
  cancelledReason: string | null;
  revision: number;
  createdAt: string;
  changedAt: string;
};
export type CalendarContent = { name: string; due: readonly DueEvent[]; sessions: readonly SessionEvent[] };

/**
 * The rehearsal calendar as iCalendar (RFC 5545). It has no clock of its own: the same content gives the same text. Due
 * dates are whole days, sessions times in UTC; an event keeps its UID however often it moves.
 */
export function rehearsalIcs({ name, due, sessions }: CalendarContent): string {
  const calendar = ical({
    name,
    prodId: { company: "Readiness", product: "Rehearsals", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
    url: pageOf("/rehearsals"),
  });
  for (const each of due) calendar.createEvent(dueEvent(each));
  for (const each of sessions) calendar.createEvent(sessionEvent(each));
  return calendar.toString();
}

function dueEvent({
  serviceId,
  service,
  environmentId,
  environment,
  on,
  leadName,
  changedAt,
}: DueEvent): ICalEventData {
  const url = pageOf("/rehearsals");
  const lead = leadName ? [`Led by ${leadName}.`] : [];
  return {
    id: `due-${serviceId}-${environmentId}@readiness`,
    start: new Date(`${on}T00:00:00Z`),
    allDay: true,
    summary: `Rollback rehearsal due: ${service} in ${environment}`,
    description: textOf([...lead, "Releases are blocked while no rehearsal is recent enough."], url),
    url,
    ...history(changedAt, Math.floor((Date.parse(changedAt) - EPOCH) / 1000)),
  };
}

const STATUS: Record<SessionState, ICalEventStatus> = {
  planned: ICalEventStatus.CONFIRMED,
  done: ICalEventStatus.CONFIRMED,
  missed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
};
const WORDS: Record<SessionState, string> = {
  planned: "",
  done: " (done)",
  missed: " (missed)",
  cancelled: " (cancelled)",
};

function sessionEvent(session: SessionEvent): ICalEventData {
  const { id, service, environment, plannedAt, localTime, zone, leadName, note, state, cancelledReason } = session;
  const url = pageOf(session.rehearsalId ? `/rehearsals/${session.rehearsalId}` : "/rehearsals");
  const lead = leadName ? [`Led by ${leadName}.`] : [];
  const why = cancelledReason ? [`Cancelled: ${cancelledReason}`] : [];
  const lines = [`${localTime.replace("T", " ")} ${zone}.`, ...lead, ...(note ? [note] : []), ...why];
  return {
    id: `session-${id}@readiness`,
    start: new Date(plannedAt),
    end: new Date(Date.parse(plannedAt) + HOUR_MS),
    summary: `Rollback rehearsal: ${service} in ${environment}${WORDS[state]}`,
    description: textOf(lines, url),
    status: STATUS[state],
    url,
    created: new Date(session.createdAt),
    ...history(session.changedAt, session.revision),
  };
}

const history = (changedAt: string, sequence: number) => ({
  stamp: new Date(changedAt),
  lastModified: new Date(changedAt),
  sequence: Math.max(0, sequence),
});

const textOf = (lines: readonly string[], url: string | null): string => [...lines, ...(url ? [url] : [])].join("\n");

/** Null where the server does not know its own address. */
function pageOf(path: string): string | null {
  const { NEXTAUTH_URL: base } = env();
  return base ? new URL(path, base).toString() : null;
}
