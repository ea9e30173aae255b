import { and, count, desc, eq, gte, lt, sql } from "drizzle-orm";
import { environment, service } from "@/db/schema/catalog";
import { rehearsal } from "@/db/schema/evidence";
import { rehearsalSession } from "@/db/schema/rehearsal-programme";
import { freshnessAt } from "../rehearsal/freshness";
import { inPlace, MOST_LINES, type ReportScope } from "./scope";
import type { DuePlace, WeeklyReport } from "./view";

const WEEK_MS = 7 * 86_400_000;

export type RehearsalPart = WeeklyReport["rehearsals"] & { passed: number; failed: number };

/** Rehearsals that ended in the week, planned ones of it that were missed, and where one is due now. */
export async function rehearsalsOf(scope: ReportScope): Promise<RehearsalPart> {
  const { now, span } = scope;
  const isRecent = now.getTime() - span.until.getTime() < WEEK_MS;
  return { ...(await rehearsalsDone(scope)), missed: await missed(scope), due: isRecent ? await due(scope) : null };
}

async function rehearsalsDone(scope: ReportScope): Promise<Pick<RehearsalPart, "done" | "passed" | "failed">> {
  const { tx, actor, span } = scope;
  const passed = sql`${rehearsal.outcome} = 'passed'`;
  const rows = await tx
    .select({
      it: rehearsal,
      service: service.slug,
      environment: environment.slug,
      total: sql<number>`(count(*) over ())::int`,
      passed: sql<number>`(count(*) filter (where ${passed}) over ())::int`,
    })
    .from(rehearsal)
    .innerJoin(service, and(eq(service.tenantId, rehearsal.tenantId), eq(service.id, rehearsal.serviceId)))
    .innerJoin(
      environment,
      and(eq(environment.tenantId, rehearsal.tenantId), eq(environment.id, rehearsal.environmentId)),
    )
    .where(
      and(
        eq(rehearsal.tenantId, actor.tenantId),
        gte(rehearsal.finishedAt, span.from),
        lt(rehearsal.finishedAt, span.until),
        inPlace(scope, "anywhere"),
      ),
    )
    .orderBy(desc(rehearsal.finishedAt), desc(rehearsal.id))
    .limit(MOST_LINES);
  const items = rows.map(({ it, service: slug, environment: place }) => ({
    ...{ id: it.id, service: slug, environment: place, outcome: it.outcome },
    finishedAt: it.finishedAt.toISOString(),
  }));
  const { total = 0, passed: good = 0 } = rows[0] ?? {};
  return { done: { total, items }, passed: good, failed: total - good };
}

async function missed(scope: ReportScope): Promise<number> {
  const { tx, actor, span } = scope;
  const session = rehearsalSession;
  const [row] = await tx
    .select({ missed: count() })
    .from(session)
    .innerJoin(service, and(eq(service.tenantId, session.tenantId), eq(service.id, session.serviceId)))
    .innerJoin(environment, and(eq(environment.tenantId, session.tenantId), eq(environment.id, session.environmentId)))
    .where(
      and(
        eq(session.tenantId, actor.tenantId),
        eq(session.state, "missed"),
        gte(session.plannedAt, span.from),
        lt(session.plannedAt, span.until),
        inPlace(scope, "anywhere"),
      ),
    );
  return row?.missed ?? 0;
}

/** Places where rehearsals are expected and that are not in time, or fall due within seven days; by the gate's own rule. */
async function due({ tx, actor, now, service: slug, environment: place }: ReportScope): Promise<DuePlace[]> {
  const { services } = await freshnessAt(tx, actor.tenantId, now);
  return services
    .filter((each) => !slug || each.slug === slug)
    .flatMap(({ slug: name, cells }) =>
      cells
        .filter((cell) => cell.isExpected && cell.indicator.word !== "fresh")
        .filter((cell) => !place || cell.environment === place)
        .map(({ environment: where, reason, due: next }) => {
          return { service: name, environment: where, reason, dueAt: next?.dueAt ?? null };
        }),
    );
}
