import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { decision } from "@/db/schema/decision";
import { release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import type { CheckResult, Verdict, VerdictWord } from "@/lib/core/gate/verdict";
import { type Page, type PageRequest, planPage } from "../keyset";
import { type Asked, readAsked } from "./asked";
import type { ReadinessRequest } from "./view";

export type FirstEvaluationFilter = ReadinessRequest & { verdict?: VerdictWord };

/** What the gate said of a release by one decision. */
export type Evaluation = {
  decisionId: string;
  releaseId: string;
  service: string;
  environment: string;
  version: string;
  verdict: VerdictWord;
  summary: string;
  /** Checks that stood in the way then, in the gate's order. */
  failing: { id: string; title: string }[];
  at: string;
};
export type EvaluationPage = Page<Evaluation> & { now: string };
export type SizedPage = PageRequest & { size?: number };

const PAGE_SIZE = 50;
const LARGEST_PAGE = 500;

/** The first decision of every release that was first judged in a period, the latest first. */
export const listFirstEvaluations = (
  actor: Actor,
  { verdict, ...request }: FirstEvaluationFilter,
  page: SizedPage = {},
): Promise<EvaluationPage> =>
  readAsked(actor, request, (asked) =>
    evaluationsWhere(asked, and(firstWithin(asked), verdict ? eq(decision.verdict, verdict) : undefined), page),
  );

/** As the roll-ups count it: no decision of the release was stored before this one, of any kind. */
const firstWithin = ({ spans: [{ from, until }] }: Asked): SQL | undefined =>
  and(
    gte(decision.decidedAt, from),
    lt(decision.decidedAt, until),
    sql`not exists (select 1 from ${decision} e where e.tenant_id = ${decision.tenantId}
      and e.release_id = ${decision.releaseId} and (e.decided_at, e.id) < (${decision.decidedAt}, ${decision.id}))`,
  );

/** One page of decisions of what was asked for, the latest first. */
export async function evaluationsWhere(asked: Asked, where: SQL | undefined, page: SizedPage): Promise<EvaluationPage> {
  const size = Math.min(page.size ?? PAGE_SIZE, LARGEST_PAGE);
  const plan = planPage<Row>(
    page,
    { at: decision.decidedAt, id: decision.id, order: "descending", size },
    ({ decision: { decidedAt, id } }) => ({ at: decidedAt, id }),
  );
  const rows = await rowsWhere(asked.tx, and(inPlaces(asked), where, plan.where))
    .orderBy(...plan.orderBy)
    .limit(plan.limit);
  const found = plan.pageOf(rows);
  return { ...found, items: found.items.map(shown), now: asked.now.toISOString() };
}

const rowsWhere = (tx: Tx, where: SQL | undefined) =>
  tx
    .select({ decision, version: release.version, service: service.slug, environment: environment.slug })
    .from(decision)
    .innerJoin(release, and(eq(release.tenantId, decision.tenantId), eq(release.id, decision.releaseId)))
    .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
    .innerJoin(environment, and(eq(environment.tenantId, release.tenantId), eq(environment.id, release.environmentId)))
    .where(where);
type Row = Awaited<ReturnType<typeof rowsWhere>>[number];

const inPlaces = ({ tenantId, ...asked }: Asked): SQL | undefined =>
  and(
    eq(decision.tenantId, tenantId),
    asked.service ? eq(release.serviceId, asked.service.id) : undefined,
    asked.environment ? eq(release.environmentId, asked.environment.id) : undefined,
  );

function shown({ decision: row, ...of }: Row): Evaluation {
  const { summary, checks } = row.body as Partial<Pick<Verdict, "summary" | "checks">>;
  return {
    ...{ decisionId: row.id, releaseId: row.releaseId, ...of },
    ...{ verdict: row.verdict, summary: summary ?? "", at: row.decidedAt.toISOString() },
    failing: (checks ?? []).filter(stoodInTheWay).map(({ id, title }) => ({ id, title })),
  };
}

const stoodInTheWay = ({ outcome, blocking, waived }: CheckResult): boolean =>
  outcome !== "pass" && blocking && !waived;
