import type { Tx } from "@/db/client";
import { digestOf } from "@/lib/core/digest";
import { declaredWithin } from "@/lib/core/incident/comparison";
import type { Span } from "@/lib/core/period";
import type { ReviewedCarryOver, ReviewedIncident, ReviewFacts } from "@/lib/core/review/model";
import { previousQuarter, quarterEnd, quarterStart, quarterText } from "@/lib/core/review/quarter";
import { trendsOf } from "@/lib/core/review/trends";
import { incompletePostIncidentItems } from "../action-item/incomplete";
import type { AnalysedRow } from "../incident/analysed";
import { observe } from "../incident/observe";
import { currentIncidentPolicy } from "../incident-policy/current";
import { carryOversOf, quarterOfReview, type ReviewRow } from "./find";
import { closedItemsWithin } from "./items";
import { policyChangesWithin } from "./policy-changes";
import { quarterNumbers } from "./quarter-numbers";
import { rehearsalsWithin, waiversWithin } from "./reviewed";

export type FoundFacts = { facts: ReviewFacts; digest: string };

/**
 * What a review looks at now. Of a quarter that is over it changes only with what it tells of, never with the clock, so
 * that the digest that somebody has signed stays the same until there is something else to see.
 */
export async function reviewFacts(tx: Tx, row: ReviewRow, now: Date): Promise<FoundFacts> {
  const { tenantId } = row;
  const quarter = quarterOfReview(row);
  const span: Span = { from: quarterStart(quarter), until: quarterEnd(quarter) };
  const before = previousQuarter(quarter);
  const previous: Span = { from: quarterStart(before), until: quarterEnd(before) };
  const { policy } = await currentIncidentPolicy(tx, tenantId);
  const windowHours = policy.attributionWindowHours;
  const observed = await observe(tx, tenantId, { period: { ...span, previous }, filter: {}, windowHours });
  const [current, earlier] = await quarterNumbers(tx, tenantId, { observed, policy, spans: [span, previous], now });
  const facts: ReviewFacts = {
    quarter: quarterText(quarter),
    from: span.from.toISOString(),
    until: span.until.toISOString(),
    incompleteItems: await incompletePostIncidentItems(tx, tenantId, { openedBefore: span.until }),
    closedItems: await closedItemsWithin(tx, tenantId, span),
    carryOvers: (await carryOversOf(tx, row, row.id)).map(carriedOver),
    incidents: declaredWithin(observed.incidents, span).map(reviewedIncident),
    waivers: await waiversWithin(tx, tenantId, span),
    rehearsals: await rehearsalsWithin(tx, tenantId, span),
    policyChanges: await policyChangesWithin(tx, tenantId, span),
    trends: trendsOf(current, earlier),
  };
  return { facts, digest: digestOf(facts) };
}

type CarryOverRow = Awaited<ReturnType<typeof carryOversOf>>[number];

const carriedOver = (row: CarryOverRow): ReviewedCarryOver => ({
  ...{ id: row.id, actionItemId: row.actionItemId, title: row.title },
  ...{ dueBefore: row.dueBefore.toISOString(), until: row.until.toISOString() },
  ...{ justification: row.justification, mitigation: row.mitigation },
  ...{ signedBy: row.personName, signedAt: row.signedAt.toISOString() },
});

function reviewedIncident(row: AnalysedRow): ReviewedIncident {
  const { id, reference, title, severity, service, declaredAt, resolvedAt, publishedAt } = row;
  return {
    ...{ id, reference, title, severity, service },
    // Duplicates have been left out before.
    state: row.state === "merged" ? "closed" : row.state,
    declaredAt: declaredAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    publishedAt: publishedAt?.toISOString() ?? null,
  };
}
