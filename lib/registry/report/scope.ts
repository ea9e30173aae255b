import { and, eq, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { type Actor, can } from "@/lib/core/access";
import { DomainError, invalid } from "@/lib/core/errors";
import { type Span, weekSpan } from "@/lib/core/period";
import { lastWholeWeek, nextWeek, parseWeek, previousWeek, type Week, weekStart, weekText } from "@/lib/core/week";
import type { WeekView } from "./view";

/** What the parts of a report count in: a week up to `now`, and what it is narrowed to. */
export type ReportScope = {
  tx: Tx;
  actor: Actor;
  span: Span;
  /** The week's end, or this moment while it runs: as of when things stand. */
  asOf: Date;
  now: Date;
  service?: string;
  environment?: string;
};

/** How many lines each list of a report shows. */
export const MOST_LINES = 20;

export function requireWeek(text: string | undefined, now: Date): Week {
  if (text === undefined) return lastWholeWeek(now);
  const week = parseWeek(text);
  if (!week) throw invalid("week", "must be a week such as 2026-W47");
  if (weekStart(week) > now) throw invalid("week", "has not begun yet");
  return week;
}

/** A report speaks of a whole tenant; a token that sees a part of it would read too little without knowing. */
export function requireWholeReach(actor: Actor): void {
  if (actor.kind === "token" && can(actor, "read") && (actor.serviceId || actor.environmentId)) {
    throw new DomainError("forbidden", "This token is limited to a service or an environment; the report is not.");
  }
}

export function weekView(week: Week, now: Date): WeekView {
  const { from, until } = weekSpan(week);
  const next = nextWeek(week);
  return {
    id: weekText(week),
    from: from.toISOString(),
    until: until.toISOString(),
    isOver: now >= until,
    previous: weekText(previousWeek(week)),
    next: weekStart(next) > now ? null : weekText(next),
  };
}

/** Narrows rows joined with their service and environment; in no environment chosen, to those of production. */
export function inPlace(scope: ReportScope, usual: "production" | "anywhere"): SQL | undefined {
  const { service: slug, environment: place } = scope;
  return and(
    slug ? eq(service.slug, slug) : undefined,
    place ? eq(environment.slug, place) : usual === "production" ? eq(environment.isProduction, true) : undefined,
  );
}
