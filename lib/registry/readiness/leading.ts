import { sql } from "drizzle-orm";
import { numbersOf, type Observed } from "@/lib/core/incident/comparison";
import type { Span } from "@/lib/core/period";
import type { AnalysedRow } from "../incident/analysed";
import { observe } from "../incident/observe";
import { currentIncidentPolicy } from "../incident-policy/current";
import { type Asked, placesOf, spanView } from "./asked";
import { readyAt } from "./ready";
import { type Ask, rolledReadiness, rollupState } from "./rolled-up";
import { itemsOverdueAt, rehearsalsFreshAt } from "./standing-at";
import type { Compared, LeadingNumbers, Share } from "./view";

/** The five numbers: three of an instant, at the end of the period and at its beginning, and two over it. */
export async function leadingNumbersOf(asked: Asked): Promise<LeadingNumbers> {
  const { period, now, spans } = asked;
  const [current, previous] = [spans[0].until, spans[0].from];
  const compared = async <T>(at: (instant: Date) => Promise<T>): Promise<Compared<T>> => ({
    current: await at(current),
    previous: await at(previous),
  });
  const firstDecisions: Ask = { tenantId: asked.tenantId, spans: [spans[1], spans[0]], places: placesOf(asked) };
  return {
    period: { id: period.id, ...spanView(period) },
    instants: { current: current.toISOString(), previous: previous.toISOString() },
    ready: await compared((at) => readyAt(asked, at)),
    rehearsalsFresh: await compared((at) => rehearsalsFreshAt(asked, at)),
    itemsOverdue: await compared((at) => itemsOverdueAt(asked, at)),
    firstPass: await firstPass(asked, firstDecisions),
    changeFailures: await changeFailures(asked),
    now: now.toISOString(),
    rollups: await rollupState(asked.tx, firstDecisions),
  };
}

async function firstPass({ tx }: Asked, ask: Ask): Promise<Compared<Share>> {
  const { rows } = await tx.execute<Share & { stretch: number }>(sql`with ${rolledReadiness(ask)}
    select stretch, sum(first_approvals)::float8 as part, sum(first_evaluations)::float8 as whole
    from rolled group by stretch`);
  const of = (stretch: number): Share => {
    const row = rows.find((each) => each.stretch === stretch);
    return { part: row?.part ?? 0, whole: row?.whole ?? 0 };
  };
  return { current: of(1), previous: of(0) };
}

async function changeFailures(asked: Asked): Promise<Compared<Share>> {
  const observed = await observedOf(asked);
  const of = (span: Span): Share => {
    const { failed, releases } = numbersOf(observed, span).changeFailures;
    return { part: failed, whole: releases };
  };
  return { current: of(asked.period), previous: of(asked.period.previous) };
}

/** What the analytics of incidents say of the period and of the one before, by the same rule. */
export async function observedOf({
  tx,
  tenantId,
  period,
  service,
  environment,
}: Asked): Promise<Observed<AnalysedRow>> {
  const { policy } = await currentIncidentPolicy(tx, tenantId);
  return observe(tx, tenantId, {
    period,
    filter: service ? { service: service.slug } : {},
    windowHours: policy.attributionWindowHours,
    environment: environment?.slug,
  });
}
