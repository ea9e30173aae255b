import { and, eq, gt, ilike, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { waiver } from "@/db/schema/decision";
import { release } from "@/db/schema/release";
import type { Actor, Role } from "@/lib/core/access";
import { type WaiverStanding, waiverStanding } from "@/lib/core/waiver/coverage";
import { waiverFact } from "../gate/waiver-facts";
import { type Page, type PageRequest, planPage } from "../keyset";
import { likePattern } from "../like";
import { read } from "../read";

/** Those in force by how long they still last; together they are `active`. */
export const EXPIRY_VIEWS = ["expiring", "expiring-month", "expiring-later"] as const;
export const WAIVER_VIEWS = ["active", ...EXPIRY_VIEWS, "expired", "revoked", "superseded", "all"] as const;
export type WaiverView = (typeof WAIVER_VIEWS)[number];

/** Whether a view holds nothing but waivers in force, which are listed with the soonest end first. */
export const isInForce = (view: WaiverView): boolean => view === "active" || EXPIRY_VIEWS.some((each) => each === view);

export type WaiverSummary = {
  id: string;
  service: string;
  release: { id: string; version: string } | null;
  checkId: string;
  finding: string | null;
  state: WaiverStanding["state"];
  /** Still valid, but not for much longer. */
  expiring: boolean;
  grantedBy: string;
  grantedRole: Role;
  grantedAt: string;
  expiresAt: string;
};
export type WaiverFilter = { view: WaiverView; service?: string; environment?: string; check?: string; q?: string };

const PAGE_SIZE = 30;
/** Long enough before the end to mend the cause or to ask for an extension. */
export const EXPIRING_DAYS = 7;
export const EXPIRING_MONTH_DAYS = 30;

/** Waivers by expiry: those in force with the soonest first, all others with the latest first. */
export async function listWaivers(
  actor: Actor,
  filter: WaiverFilter & PageRequest & { size?: number },
): Promise<Page<WaiverSummary> & { now: string }> {
  return read(actor, async (tx, now) => {
    const order = isInForce(filter.view) ? "ascending" : "descending";
    const plan = planPage<WaiverRow>(
      filter,
      { at: waiver.expiresAt, id: waiver.id, order, size: filter.size ?? PAGE_SIZE },
      ({ waiver: row }) => ({ at: row.expiresAt, id: row.id }),
    );
    const rows = await waiverRows(tx, actor, and(inView(filter.view, now), matching(filter), plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const page = plan.pageOf(rows);
    return { ...page, items: page.items.map((row) => waiverSummary(row, now)), now: now.toISOString() };
  });
}

export function waiverRows(tx: Tx, actor: Actor, where: SQL | undefined) {
  return tx
    .select({ waiver, service, release })
    .from(waiver)
    .innerJoin(service, and(eq(service.tenantId, waiver.tenantId), eq(service.id, waiver.serviceId)))
    .leftJoin(release, and(eq(release.tenantId, waiver.tenantId), eq(release.id, waiver.releaseId)))
    .where(and(eq(waiver.tenantId, actor.tenantId), where));
}
export type WaiverRow = Awaited<ReturnType<typeof waiverRows>>[number];

/** The order of `waiverStanding`, in SQL, so that a page holds nothing but its own kind. */
function inView(view: WaiverView, now: Date): SQL | undefined {
  const standing = and(isNull(waiver.supersededById), isNull(waiver.revokedAt));
  const daysFromNow = (days: number) => new Date(now.getTime() + days * 86_400_000);
  const [soon, month] = [daysFromNow(EXPIRING_DAYS), daysFromNow(EXPIRING_MONTH_DAYS)];
  const views: Record<WaiverView, SQL | undefined> = {
    active: and(standing, gt(waiver.expiresAt, now)),
    expiring: and(standing, gt(waiver.expiresAt, now), lte(waiver.expiresAt, soon)),
    "expiring-month": and(standing, gt(waiver.expiresAt, soon), lte(waiver.expiresAt, month)),
    "expiring-later": and(standing, gt(waiver.expiresAt, month)),
    expired: and(standing, lte(waiver.expiresAt, now)),
    revoked: and(isNull(waiver.supersededById), isNotNull(waiver.revokedAt)),
    superseded: isNotNull(waiver.supersededById),
    all: undefined,
  };
  return views[view];
}

function matching({ service: slug, environment: place, check, q }: WaiverFilter): SQL | undefined {
  const text = q ? likePattern(q) : null;
  return and(
    slug ? eq(service.slug, slug) : undefined,
    place ? or(isNull(waiver.releaseId), inEnvironment(place)) : undefined,
    check ? eq(waiver.checkId, check) : undefined,
    text ? or(ilike(waiver.checkId, text), ilike(waiver.finding, text), ilike(release.version, text)) : undefined,
  );
}

/** Those of whole services hold in every environment. */
const inEnvironment = (slug: string): SQL => sql`exists (select 1 from ${environment} place
  where place.tenant_id = ${release.tenantId} and place.id = ${release.environmentId} and place.slug = ${slug})`;

export function waiverSummary({ waiver: row, service: { slug }, release: of }: WaiverRow, now: Date): WaiverSummary {
  const { state } = waiverStanding(waiverFact(row), now);
  return {
    id: row.id,
    service: slug,
    release: of && { id: of.id, version: of.version },
    checkId: row.checkId,
    finding: row.finding,
    state,
    expiring: state === "valid" && row.expiresAt.getTime() - now.getTime() <= EXPIRING_DAYS * 86_400_000,
    grantedBy: row.grantedByName,
    grantedRole: row.grantedRole,
    grantedAt: row.grantedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}
