import { and, eq, gt, ilike, isNotNull, isNull, lte, or, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { service } from "@/db/schema/catalog";
import { release } from "@/db/schema/release";
import { waiverRequest } from "@/db/schema/waiver-request";
import type { Actor } from "@/lib/core/access";
import { type RequestStanding, requestStanding } from "@/lib/core/waiver/request";
import { type Page, type PageRequest, planPage } from "../keyset";
import { likePattern } from "../like";
import { read } from "../read";

export const REQUEST_VIEWS = ["open", "granted", "denied", "withdrawn", "lapsed"] as const satisfies RequestStanding[];

export type RequestSummary = {
  id: string;
  service: string;
  release: { id: string; version: string } | null;
  checkId: string;
  finding: string | null;
  standing: RequestStanding;
  requestedBy: string;
  requestedById: string;
  requestedAt: string;
  /** What was wanted. */
  expiresAt: string;
  justification: string;
  mitigation: string;
  decided: { at: string; by: string; reason: string | null } | null;
  waiverId: string | null;
};
/** Without a state: all of them. */
export type RequestFilter = { state?: RequestStanding; service?: string; check?: string; q?: string };

const PAGE_SIZE = 30;

/** Requests by their time, the latest first. */
export async function listRequests(
  actor: Actor,
  filter: RequestFilter & PageRequest & { size?: number },
): Promise<Page<RequestSummary> & { now: string }> {
  return read(actor, async (tx, now) => {
    const plan = planPage<RequestRowFound>(
      filter,
      { at: waiverRequest.requestedAt, id: waiverRequest.id, order: "descending", size: filter.size ?? PAGE_SIZE },
      ({ request: row }) => ({ at: row.requestedAt, id: row.id }),
    );
    const rows = await requestRows(tx, actor, and(inState(filter.state, now), matching(filter), plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const page = plan.pageOf(rows);
    return { ...page, items: page.items.map((row) => requestSummary(row, now)), now: now.toISOString() };
  });
}

/** The requests that wait for a decision on a release, the longest waiting first. */
export async function openRequestsOf(tx: Tx, actor: Actor, releaseId: string, now: Date): Promise<RequestSummary[]> {
  const rows = await requestRows(
    tx,
    actor,
    and(eq(waiverRequest.releaseId, releaseId), eq(waiverRequest.state, "open")),
  ).orderBy(waiverRequest.requestedAt, waiverRequest.id);
  return rows.map((row) => requestSummary(row, now)).filter(({ standing }) => standing === "open");
}

export function requestRows(tx: Tx, actor: Actor, where: SQL | undefined) {
  return tx
    .select({ request: waiverRequest, service, release })
    .from(waiverRequest)
    .innerJoin(service, and(eq(service.tenantId, waiverRequest.tenantId), eq(service.id, waiverRequest.serviceId)))
    .leftJoin(release, and(eq(release.tenantId, waiverRequest.tenantId), eq(release.id, waiverRequest.releaseId)))
    .where(and(eq(waiverRequest.tenantId, actor.tenantId), where));
}
export type RequestRowFound = Awaited<ReturnType<typeof requestRows>>[number];

/** `requestStanding` in SQL, so that a page holds nothing but its own kind. */
function inState(state: RequestStanding | undefined, now: Date): SQL | undefined {
  if (!state) return undefined;
  if (state !== "open" && state !== "lapsed") return eq(waiverRequest.state, state);
  const isOver = or(lte(waiverRequest.expiresAt, now), isNotNull(release.endedAt));
  const isAlive = and(gt(waiverRequest.expiresAt, now), isNull(release.endedAt));
  return and(eq(waiverRequest.state, "open"), state === "open" ? isAlive : isOver);
}

function matching({ service: slug, check, q }: RequestFilter): SQL | undefined {
  const text = q ? likePattern(q) : null;
  return and(
    slug ? eq(service.slug, slug) : undefined,
    check ? eq(waiverRequest.checkId, check) : undefined,
    text
      ? or(ilike(waiverRequest.checkId, text), ilike(waiverRequest.finding, text), ilike(release.version, text))
      : undefined,
  );
}

export function requestSummary({ request: row, service: { slug }, release: of }: RequestRowFound, now: Date) {
  const standing = requestStanding({ ...row, releaseEnded: Boolean(of?.endedAt) }, now);
  return {
    id: row.id,
    service: slug,
    release: of && { id: of.id, version: of.version },
    checkId: row.checkId,
    finding: row.finding,
    standing,
    requestedBy: row.byName,
    requestedById: row.byId,
    requestedAt: row.requestedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    justification: row.justification,
    mitigation: row.mitigation,
    decided: row.decidedAt && {
      at: row.decidedAt.toISOString(),
      by: row.decidedByName ?? "",
      reason: row.decidedReason,
    },
    waiverId: row.waiverId,
  } satisfies RequestSummary;
}
