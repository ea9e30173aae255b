import { and, desc, eq, like, or, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { scorecard } from "@/db/schema/evidence";
import { release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import type { CheckResult } from "@/lib/core/gate/verdict";
import type { Scorecard, Suite } from "@/lib/core/scorecard/model";
import { policyInForce } from "../gate/policy";
import { type Page, type PageRequest, planPage } from "../keyset";
import { prefixPattern } from "../like";
import { read } from "../read";
import { isRecordId } from "../record-id";
import { judgedScorecard } from "./judged";

export type ScorecardSummary = {
  id: string;
  service: string;
  environment: string;
  runId: string;
  commit: string;
  overallPassed: boolean;
  suites: { name: string; status: Suite["status"] }[];
  generatedAt: string;
  receivedAt: string;
};
export type ScorecardFilter = { service?: string; environment?: string; result?: string; q?: string };

const PAGE_SIZE = 30;

/** Scorecards as they arrived, newest first. `q` is the start of a commit or of a run's id. */
export async function listScorecards(
  actor: Actor,
  filter: ScorecardFilter & PageRequest & { size?: number },
): Promise<Page<ScorecardSummary> & { now: string }> {
  return read(actor, async (tx, now) => {
    const plan = planPage<Row>(
      filter,
      { at: scorecard.receivedAt, id: scorecard.id, order: "descending", size: filter.size ?? PAGE_SIZE },
      ({ scorecard: row }) => ({ at: row.receivedAt, id: row.id }),
    );
    const rows = await rowsOf(tx, actor, and(matching(filter), plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const page = plan.pageOf(rows);
    return { ...page, items: page.items.map(summaryOf), now: now.toISOString() };
  });
}

function rowsOf(tx: Tx, actor: Actor, where: SQL | undefined) {
  return tx
    .select({ scorecard, service, environment })
    .from(scorecard)
    .innerJoin(service, and(eq(service.tenantId, scorecard.tenantId), eq(service.id, scorecard.serviceId)))
    .innerJoin(
      environment,
      and(eq(environment.tenantId, scorecard.tenantId), eq(environment.id, scorecard.environmentId)),
    )
    .where(and(eq(scorecard.tenantId, actor.tenantId), where));
}
type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function matching({ service: slug, environment: place, result, q }: ScorecardFilter): SQL | undefined {
  return and(
    slug ? eq(service.slug, slug) : undefined,
    place ? eq(environment.slug, place) : undefined,
    result ? eq(scorecard.overallPassed, result === "passed") : undefined,
    q ? or(like(scorecard.commit, prefixPattern(q.toLowerCase())), like(scorecard.runId, prefixPattern(q))) : undefined,
  );
}

function summaryOf({ scorecard: row, service: { slug }, environment: place }: Row): ScorecardSummary {
  return {
    id: row.id,
    service: slug,
    environment: place.slug,
    runId: row.runId,
    commit: row.commit,
    overallPassed: row.overallPassed,
    suites: (row.model as Scorecard).suites.map(({ name, status }) => ({ name, status })),
    generatedAt: row.generatedAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
  };
}

export type ScorecardDetail = Omit<ScorecardSummary, "suites"> & {
  scorecard: Scorecard;
  digest: string;
  document: unknown;
  submittedBy: string;
  /** What the policy in force says of it, judged for the moment at which it was made; empty without a policy. */
  checks: CheckResult[];
  policyVersion: number | null;
  releases: { id: string; version: string; environment: string; stage: string }[];
  now: string;
};

/** One scorecard, or `not_found`. */
export async function scorecardDetail(actor: Actor, id: string): Promise<ScorecardDetail> {
  return read(actor, async (tx, now) => {
    const [row] = isRecordId(id) ? await rowsOf(tx, actor, eq(scorecard.id, id)) : [];
    if (!row) throw new DomainError("not_found", "There is no such scorecard.");
    const inForce = await policyInForce(tx, actor.tenantId);
    const { suites: _, ...summary } = summaryOf(row);
    return {
      ...summary,
      scorecard: row.scorecard.model as Scorecard,
      digest: row.scorecard.digest,
      document: row.scorecard.document,
      submittedBy: row.scorecard.byName,
      checks: judgedScorecard(row, inForce?.policy ?? null),
      policyVersion: inForce?.policy ? inForce.version : null,
      releases: await releasesOf(tx, row),
      now: now.toISOString(),
    };
  });
}

function releasesOf(tx: Tx, { scorecard: { tenantId, serviceId, commit } }: Row) {
  return tx
    .select({ id: release.id, version: release.version, environment: environment.slug, stage: release.stage })
    .from(release)
    .innerJoin(environment, and(eq(environment.tenantId, release.tenantId), eq(environment.id, release.environmentId)))
    .where(and(eq(release.tenantId, tenantId), eq(release.serviceId, serviceId), eq(release.commit, commit)))
    .orderBy(desc(release.createdAt), desc(release.id))
    .limit(20);
}
