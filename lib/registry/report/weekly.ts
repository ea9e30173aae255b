import type { Actor } from "@/lib/core/access";
import { weekSpan } from "@/lib/core/period";
import { reportSummary } from "@/lib/core/readiness/report";
import { weekText } from "@/lib/core/week";
import { read } from "../read";
import { leadingNumbers } from "../readiness/queries";
import type { LeadingNumbers } from "../readiness/view";
import { blockedIn } from "./blocked";
import { overdueItemsOf, waiversOf } from "./follow-ups";
import { incidentsIn, postmortemsIn } from "./incidents";
import { rehearsalsOf } from "./rehearsals";
import { type ReportScope, requireWeek, requireWholeReach, weekView } from "./scope";
import { shippedIn } from "./shipped";
import type { ReportRequest, WeeklyReport } from "./view";

/** What happened in an ISO week (UTC), and how things stood at its end. `invalid` for what is no week or has not begun. */
export async function weeklyReport(actor: Actor, request: ReportRequest): Promise<WeeklyReport> {
  const { service, environment } = request;
  const facts = await read(actor, async (tx, now) => {
    requireWholeReach(actor);
    const week = requireWeek(request.week, now);
    const span = weekSpan(week);
    const asOf = new Date(Math.min(now.getTime(), span.until.getTime()));
    const parts = await partsOf({ tx, actor, span, asOf, now, service, environment });
    return { ...parts, week: weekView(week, now), now: now.toISOString(), id: weekText(week) };
  });
  const numbers = await leadingNumbers(actor, { period: facts.id, service, environment });
  return reportOf(facts, numbers, request);
}

async function partsOf(scope: ReportScope) {
  return {
    shipped: await shippedIn(scope),
    blocked: await blockedIn(scope),
    incidents: await incidentsIn(scope),
    postmortems: await postmortemsIn(scope),
    overdueItems: await overdueItemsOf(scope),
    waivers: await waiversOf(scope),
    rehearsals: await rehearsalsOf(scope),
  };
}

type Facts = Awaited<ReturnType<typeof partsOf>> & Pick<WeeklyReport, "week" | "now">;

function reportOf(facts: Facts, numbers: LeadingNumbers, { service, environment }: ReportRequest): WeeklyReport {
  const { week, now, shipped, blocked, incidents, postmortems, overdueItems, waivers, rehearsals } = facts;
  const [mostFrequent = null] = blocked.checks;
  const { byBreakGlass, rolledBack, ...released } = shipped;
  const { sev1, ...declared } = incidents;
  const { passed, failed, ...rehearsed } = rehearsals;
  const summary = reportSummary({
    isOver: week.isOver,
    shipped: { releases: shipped.total, byBreakGlass, rolledBack },
    blocked: { releases: blocked.total, cleared: blocked.cleared, mostFrequent },
    incidents: { declared: incidents.total, sev1, open: incidents.open },
    postmortems: { published: postmortems.published, overdue: postmortems.overdue.length },
    waivers: { granted: waivers.granted.total, expiring: waivers.expiring.total },
    rehearsals: { passed, failed, missed: rehearsals.missed },
    numbers,
  });
  return {
    ...{ week, service: service ?? null, environment: environment ?? null, summary, numbers },
    ...{
      shipped: released,
      blocked,
      incidents: declared,
      postmortems,
      overdueItems,
      waivers,
      rehearsals: rehearsed,
      now,
    },
  };
}
