import { and, asc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { deployment } from "@/db/schema/deployment";
import { release } from "@/db/schema/release";
import { type Actor, can, type PersonActor, rolesWith } from "@/lib/core/access";
import { explainingBar } from "@/lib/core/deployment/explain";
import type { DeploymentSource, DeploymentState } from "@/lib/core/deployment/facts";
import type { DeploymentMatch, MatchBasis } from "@/lib/core/deployment/match";
import { DomainError } from "@/lib/core/errors";
import { partyOf } from "../actor-columns";
import { type Page, type PageRequest, planPage } from "../keyset";
import { read } from "../read";
import { isRecordId } from "../record-id";

export const FINDING_STATES = ["open", "explained"] as const;
export type FindingState = (typeof FINDING_STATES)[number];
export type DeploymentFilter = {
  service?: string;
  environment?: string;
  match?: DeploymentMatch;
  state?: DeploymentState;
  finding?: FindingState;
};
export type DeploymentSummary = {
  id: string;
  service: string;
  environment: string;
  version: string | null;
  commit: string | null;
  state: DeploymentState;
  match: DeploymentMatch;
  explanation: string;
  /** Of a deployment that nothing allowed. */
  finding: FindingState | null;
  release: { id: string; version: string } | null;
  deployedAt: string;
  deployedBy: string | null;
  source: DeploymentSource;
};

const PAGE_SIZE = 50;
const LARGEST_PAGE = 500;
const columns = {
  deployment,
  service: service.slug,
  environment: environment.slug,
  releaseVersion: release.version,
};

function rowsWhere(tx: Tx, actor: Actor, where: SQL | undefined) {
  return tx
    .select(columns)
    .from(deployment)
    .innerJoin(service, and(eq(service.tenantId, deployment.tenantId), eq(service.id, deployment.serviceId)))
    .innerJoin(
      environment,
      and(eq(environment.tenantId, deployment.tenantId), eq(environment.id, deployment.environmentId)),
    )
    .leftJoin(release, and(eq(release.tenantId, deployment.tenantId), eq(release.id, deployment.releaseId)))
    .where(and(eq(deployment.tenantId, actor.tenantId), where));
}
type Row = Awaited<ReturnType<typeof rowsWhere>>[number];

/** Deployments by when they were made, the latest first. */
export async function listDeployments(
  actor: Actor,
  filter: DeploymentFilter,
  request: PageRequest & { size?: number } = {},
): Promise<Page<DeploymentSummary> & { now: string }> {
  return read(actor, async (tx, now) => {
    const size = Math.min(request.size ?? PAGE_SIZE, LARGEST_PAGE);
    const plan = planPage<Row>(
      request,
      { at: deployment.deployedAt, id: deployment.id, order: "descending", size },
      ({ deployment: row }) => ({ at: row.deployedAt, id: row.id }),
    );
    const rows = await rowsWhere(tx, actor, and(matching(filter), plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const page = plan.pageOf(rows);
    return { ...page, items: page.items.map(summaryOf), now: now.toISOString() };
  });
}

const isUnexplained = and(eq(deployment.match, "bypass"), isNull(deployment.explainedAt));

function matching({ service: slug, environment: place, match, state, finding }: DeploymentFilter): SQL | undefined {
  return and(
    slug ? eq(service.slug, slug) : undefined,
    place ? eq(environment.slug, place) : undefined,
    match ? eq(deployment.match, match) : undefined,
    state ? eq(deployment.state, state) : undefined,
    finding === "open" ? isUnexplained : undefined,
    finding === "explained" ? and(eq(deployment.match, "bypass"), isNotNull(deployment.explainedAt)) : undefined,
  );
}

function summaryOf({ deployment: row, releaseVersion, ...place }: Row): DeploymentSummary {
  return {
    id: row.id,
    service: place.service,
    environment: place.environment,
    version: row.version ?? releaseVersion,
    commit: row.commit,
    state: row.state,
    match: row.match,
    explanation: row.explanation,
    finding: row.match === "bypass" ? (row.explainedAt ? "explained" : "open") : null,
    release: row.releaseId && releaseVersion ? { id: row.releaseId, version: releaseVersion } : null,
    deployedAt: row.deployedAt.toISOString(),
    deployedBy: row.deployedBy,
    source: row.source,
  };
}

export type DeploymentDetail = DeploymentSummary & {
  externalId: string;
  basis: MatchBasis | null;
  artifacts: string[];
  url: string | null;
  decisionId: string | null;
  startedAt: string | null;
  endedAt: string | null;
  reportedAt: string;
  reportedBy: string;
  findingAt: string | null;
  explained: { at: string; by: string; cause: string; remedy: string; actionItemId: string | null } | null;
  /** Why the reader may not explain it; null when they may. */
  explainBar: string | null;
  now: string;
};

/** One deployment as far as it concerns the reader, or `not_found`. */
export async function deploymentDetail(actor: PersonActor, id: string): Promise<DeploymentDetail> {
  return read(actor, async (tx, now) => {
    const [found] = isRecordId(id) ? await rowsWhere(tx, actor, eq(deployment.id, id)) : [];
    if (!found) throw new DomainError("not_found", "There is no such deployment.");
    const { deployment: row } = found;
    return {
      ...summaryOf(found),
      externalId: row.externalId,
      basis: row.basis,
      artifacts: row.artifacts,
      url: row.url,
      decisionId: row.decisionId,
      startedAt: row.startedAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      reportedAt: row.reportedAt.toISOString(),
      reportedBy: row.byName,
      findingAt: row.findingAt?.toISOString() ?? null,
      explained: row.explainedAt && {
        at: row.explainedAt.toISOString(),
        by: row.explainedByName ?? "",
        cause: row.cause ?? "",
        remedy: row.remedy ?? "",
        actionItemId: row.actionItemId,
      },
      explainBar: barOf(actor, row),
      now: now.toISOString(),
    };
  });
}

function barOf(actor: PersonActor, row: typeof deployment.$inferSelect): string | null {
  if (!can(actor, "deployment:explain")) {
    return `Your roles may not explain it. It takes ${rolesWith("deployment:explain").join(" or ")}.`;
  }
  return explainingBar(actor, { deployedBy: row.deployedBy, reportedBy: partyOf(row) });
}

const MOST_FINDINGS = 50;

/** Deployments that nothing allowed and nobody has explained, the longest ago first. */
export async function unexplainedDeployments(
  actor: Actor,
): Promise<{ items: DeploymentSummary[]; isAll: boolean; now: string }> {
  return read(actor, async (tx, now) => {
    const rows = await rowsWhere(tx, actor, isUnexplained)
      .orderBy(asc(deployment.deployedAt), asc(deployment.id))
      .limit(MOST_FINDINGS + 1);
    const isAll = rows.length <= MOST_FINDINGS;
    return { items: rows.slice(0, MOST_FINDINGS).map(summaryOf), isAll, now: now.toISOString() };
  });
}

const MOST_OF_RELEASE = 20;

/** Deployments that were matched to a release, the latest first. */
export async function deploymentsOfRelease(
  actor: Actor,
  releaseId: string,
): Promise<{ items: DeploymentSummary[]; now: string }> {
  return read(actor, async (tx, now) => {
    const rows = await rowsWhere(tx, actor, eq(deployment.releaseId, releaseId))
      .orderBy(sql`${deployment.deployedAt} desc`, sql`${deployment.id} desc`)
      .limit(MOST_OF_RELEASE);
    return { items: rows.map(summaryOf), now: now.toISOString() };
  });
}
