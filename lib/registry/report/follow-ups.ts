import { and, asc, desc, eq, gt, gte, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { actionItem } from "@/db/schema/action-item";
import { service } from "@/db/schema/catalog";
import { waiver } from "@/db/schema/decision";
import { incident } from "@/db/schema/incident";
import { release } from "@/db/schema/release";
import { incidentReference } from "@/lib/core/incident/model";
import { MOST_LINES, type ReportScope } from "./scope";
import type { Listed, ReportedItem, ReportedWaiver } from "./view";

const WEEK_MS = 7 * 86_400_000;
const total = sql<number>`(count(*) over ())::int`;

/** Post-incident items that were open and past their due date at the end of the week, the one due first before the others. */
export async function overdueItemsOf({ tx, actor, asOf, service: slug }: ReportScope): Promise<Listed<ReportedItem>> {
  const rows = await tx
    .select({ item: actionItem, incidentId: incident.id, number: incident.number, total })
    .from(actionItem)
    .innerJoin(incident, and(eq(incident.tenantId, actionItem.tenantId), eq(incident.id, actionItem.originId)))
    .leftJoin(service, and(eq(service.tenantId, actionItem.tenantId), eq(service.id, actionItem.serviceId)))
    .where(
      and(
        eq(actionItem.tenantId, actor.tenantId),
        eq(actionItem.originKind, "incident"),
        lte(actionItem.openedAt, asOf),
        lt(actionItem.dueAt, asOf),
        or(isNull(actionItem.closedAt), gt(actionItem.closedAt, asOf)),
        slug ? eq(service.slug, slug) : undefined,
      ),
    )
    .orderBy(asc(actionItem.dueAt), asc(actionItem.id))
    .limit(MOST_LINES);
  const items = rows.map(({ item, incidentId, number }) => ({
    ...{ id: item.id, title: item.title, owner: item.ownerName, incidentId },
    dueAt: item.dueAt.toISOString(),
    reference: incidentReference(number),
  }));
  return { total: rows[0]?.total ?? 0, items };
}

/** Waivers granted in the week, and those in force at its end that end within the seven days after. */
export async function waiversOf(
  scope: ReportScope,
): Promise<{ granted: Listed<ReportedWaiver>; expiring: Listed<ReportedWaiver> }> {
  const { span, asOf } = scope;
  const soon = new Date(asOf.getTime() + WEEK_MS);
  const inForce = and(
    lte(waiver.grantedAt, asOf),
    isNull(waiver.supersededById),
    or(isNull(waiver.revokedAt), gt(waiver.revokedAt, asOf)),
  );
  return {
    granted: await waiversWhere(
      scope,
      and(gte(waiver.grantedAt, span.from), lt(waiver.grantedAt, span.until)),
      desc(waiver.grantedAt),
    ),
    expiring: await waiversWhere(
      scope,
      and(inForce, gt(waiver.expiresAt, asOf), lte(waiver.expiresAt, soon)),
      asc(waiver.expiresAt),
    ),
  };
}

async function waiversWhere(
  { tx, actor, service: slug }: ReportScope,
  where: SQL | undefined,
  order: SQL,
): Promise<Listed<ReportedWaiver>> {
  const rows = await tx
    .select({ it: waiver, service: service.slug, version: release.version, total })
    .from(waiver)
    .innerJoin(service, and(eq(service.tenantId, waiver.tenantId), eq(service.id, waiver.serviceId)))
    .leftJoin(release, and(eq(release.tenantId, waiver.tenantId), eq(release.id, waiver.releaseId)))
    .where(and(eq(waiver.tenantId, actor.tenantId), where, slug ? eq(service.slug, slug) : undefined))
    .orderBy(order, asc(waiver.id))
    .limit(MOST_LINES);
  const items = rows.map(({ it, service: name, version }) => ({
    ...{ id: it.id, checkId: it.checkId, finding: it.finding, service: name, version, grantedBy: it.grantedByName },
    grantedAt: it.grantedAt.toISOString(),
    expiresAt: it.expiresAt.toISOString(),
  }));
  return { total: rows[0]?.total ?? 0, items };
}
