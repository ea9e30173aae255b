import { and, asc, count, eq, gt, isNull, or, sql } from "drizzle-orm";
import { waiver } from "@/db/schema/decision";
import { release } from "@/db/schema/release";
import { EXPIRING_DAYS, waiverRows } from "../waiver/queries";
import type { Asked } from "./asked";
import type { WaiverOutlook } from "./view";

const DAY_MS = 86_400_000;
const MONTH_DAYS = 30;
const MOST_NEXT = 8;

/** Waivers in force by how long they last. In an environment count those of its releases, and those of whole services. */
export async function waiverOutlookOf({ tx, actor, now, service, environment }: Asked): Promise<WaiverOutlook> {
  const inForce = and(
    ...[isNull(waiver.supersededById), isNull(waiver.revokedAt), gt(waiver.expiresAt, now)],
    service ? eq(waiver.serviceId, service.id) : undefined,
    environment ? or(isNull(waiver.releaseId), eq(release.environmentId, environment.id)) : undefined,
  );
  const within = (days: number) =>
    sql`count(*) filter (where ${waiver.expiresAt} <= ${new Date(now.getTime() + days * DAY_MS).toISOString()}::timestamptz)`;
  const [counts] = await tx
    .select({
      week: within(EXPIRING_DAYS).mapWith(Number),
      month: within(MONTH_DAYS).mapWith(Number),
      all: count(),
    })
    .from(waiver)
    .leftJoin(release, and(eq(release.tenantId, waiver.tenantId), eq(release.id, waiver.releaseId)))
    .where(and(eq(waiver.tenantId, actor.tenantId), inForce));
  const { week, month, all } = counts ?? { week: 0, month: 0, all: 0 };
  const next = await waiverRows(tx, actor, inForce).orderBy(asc(waiver.expiresAt), asc(waiver.id)).limit(MOST_NEXT);
  return {
    groups: [
      { key: "week", count: week },
      { key: "month", count: month - week },
      { key: "later", count: all - month },
    ],
    next: next.map(({ waiver: row, service: { slug }, release: of }) => ({
      ...{ id: row.id, checkId: row.checkId, service: slug, version: of?.version ?? null },
      expiresAt: row.expiresAt.toISOString(),
    })),
    now: now.toISOString(),
  };
}
