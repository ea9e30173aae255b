import { and, count, eq, gte, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { waiver } from "@/db/schema/decision";
import { rehearsal } from "@/db/schema/evidence";
import { numbersOf, type Observed } from "@/lib/core/incident/comparison";
import type { IncidentPolicy } from "@/lib/core/incident/policy";
import { isWithin, type Span } from "@/lib/core/period";
import { type QuarterNumbers, shareInTime } from "@/lib/core/review/trends";
import { type AnalysedRow, analysedIncidents } from "../incident/analysed";
import { postmortemsOf } from "../postmortem/judged";
import { itemDeadlinesWithin } from "./items";

type Asked = { observed: Observed<AnalysedRow>; policy: IncidentPolicy; spans: readonly [Span, Span]; now: Date };

/** What the trends of two quarters are made of, in the order of `spans`: the later one first. */
export async function quarterNumbers(
  tx: Tx,
  tenantId: string,
  { observed, policy, spans: [current, previous], now }: Asked,
): Promise<[QuarterNumbers, QuarterNumbers]> {
  const deadlines = await publishDeadlines(tx, tenantId, { observed, policy, previous, now });
  const numbers = async (quarter: Span): Promise<QuarterNumbers> => {
    // While the quarter runs, a deadline that is still to come says nothing.
    const until = quarter.until < now ? quarter.until : now;
    const due = { from: quarter.from, until };
    return {
      ...numbersOf(observed, quarter),
      postmortemsInTime: shareInTime(deadlines.filter(({ dueAt }) => isWithin(dueAt, due))),
      itemsInTime: shareInTime(await itemDeadlinesWithin(tx, tenantId, due)),
      rehearsalsPassed: await shareOfPassed(tx, tenantId, quarter),
      waiversGranted: await waiversGranted(tx, tenantId, quarter),
    };
  };
  return [await numbers(current), await numbers(previous)];
}

type Publishing = { observed: Observed<AnalysedRow>; policy: IncidentPolicy; previous: Span; now: Date };

/** Also of incidents that were declared shortly before, whose deadline came later. */
async function publishDeadlines(tx: Tx, tenantId: string, { observed, policy, previous, now }: Publishing) {
  const earlier = { from: new Date(previous.from.getTime() - LONGEST_INCIDENT_MS), until: previous.from };
  const incidents = [...(await analysedIncidents(tx, tenantId, earlier)), ...observed.incidents];
  const counted = incidents.filter(({ state }) => state !== "merged");
  const owed = await postmortemsOf(tx, tenantId, { incidents: counted, policy, now });
  return owed.map(({ deadlines, publishedAt }) => ({ dueAt: deadlines.publishBy, doneAt: publishedAt }));
}

const LONGEST_INCIDENT_MS = 120 * 86_400_000;

async function shareOfPassed(tx: Tx, tenantId: string, { from, until }: Span): Promise<number | null> {
  const [row] = await tx
    .select({
      all: count(),
      passed: sql<number>`count(*) filter (where ${rehearsal.outcome} = 'passed')`.mapWith(Number),
    })
    .from(rehearsal)
    .where(and(eq(rehearsal.tenantId, tenantId), gte(rehearsal.finishedAt, from), lt(rehearsal.finishedAt, until)));
  return row && row.all > 0 ? row.passed / row.all : null;
}

async function waiversGranted(tx: Tx, tenantId: string, { from, until }: Span): Promise<number> {
  const [row] = await tx
    .select({ all: count() })
    .from(waiver)
    .where(and(eq(waiver.tenantId, tenantId), gte(waiver.grantedAt, from), lt(waiver.grantedAt, until)));
  return row?.all ?? 0;
}
