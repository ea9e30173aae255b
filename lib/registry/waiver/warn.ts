import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import { type Tx, transaction } from "@/db/client";
import { readyToEnqueue } from "@/db/jobs/enqueue";
import { service } from "@/db/schema/catalog";
import { waiver } from "@/db/schema/decision";
import { release } from "@/db/schema/release";
import { waiverRequest } from "@/db/schema/waiver-request";
import { openStages } from "@/lib/core/gate/standing";
import { dueWarning, WARNING_DAYS, type WarningDays } from "@/lib/core/warning";
import { notify } from "../notification/notify";
import { nameOfWaived } from "./subject";
import { matterOf } from "./tell";

/** Warns of waivers that are about to expire on what can still ship: whoever granted and asked, and who releases. */
export async function warnOfExpiry(tenantId: string, now: Date): Promise<void> {
  await readyToEnqueue();
  await transaction({ tenantId }, async (tx) => {
    for (const row of await expiringSoon(tx, tenantId, now)) {
      const days = dueWarning({ from: row.waiver.grantedAt, until: row.waiver.expiresAt }, now);
      if (days !== null) await warn(tx, row, days, now);
    }
  });
}

function expiringSoon(tx: Tx, tenantId: string, now: Date) {
  const latest = new Date(now.getTime() + Math.max(...WARNING_DAYS) * 86_400_000);
  const inForce = and(isNull(waiver.revokedAt), isNull(waiver.supersededById), gt(waiver.expiresAt, now));
  const mayShip = and(isNull(release.endedAt), inArray(release.stage, [...openStages()]));
  return tx
    .select({ waiver, service, release, requesterId: waiverRequest.byId })
    .from(waiver)
    .innerJoin(service, and(eq(service.tenantId, waiver.tenantId), eq(service.id, waiver.serviceId)))
    .leftJoin(release, and(eq(release.tenantId, waiver.tenantId), eq(release.id, waiver.releaseId)))
    .leftJoin(waiverRequest, and(eq(waiverRequest.tenantId, waiver.tenantId), eq(waiverRequest.waiverId, waiver.id)))
    .where(
      and(eq(waiver.tenantId, tenantId), inForce, lte(waiver.expiresAt, latest), or(isNull(waiver.releaseId), mayShip)),
    )
    .orderBy(asc(waiver.expiresAt), asc(waiver.id));
}
type Expiring = Awaited<ReturnType<typeof expiringSoon>>[number];

async function warn(tx: Tx, { waiver: row, requesterId, ...waived }: Expiring, days: WarningDays, now: Date) {
  const left = days === 1 ? "1 day" : `${days} days`;
  const people = [row.grantedById, requesterId].filter((id) => id !== null);
  await notify(
    { tx, tenantId: row.tenantId, now },
    {
      kind: "waiver-expiring",
      key: `${row.id}:${days}d`,
      to: { roles: ["release-engineer"], people },
      serviceId: row.serviceId,
      releaseId: row.releaseId,
      title: `Waiver expires within ${left}: ${matterOf(row)} of ${nameOfWaived(waived)}`,
      verdict: null,
      reason: `Once it has expired the check blocks again, unless it passes or the waiver is extended.`,
      path: `/waivers/${row.id}`,
    },
  );
}
