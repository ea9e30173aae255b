import { and, asc, eq, gt, isNull, ne } from "drizzle-orm";
import { breakGlass } from "@/db/schema/break-glass";
import { service } from "@/db/schema/catalog";
import { release } from "@/db/schema/release";
import { can, type PersonActor } from "@/lib/core/access";
import { read } from "../read";

export type WaitingBreakGlass = {
  id: string;
  releaseId: string;
  service: string;
  version: string;
  requestedBy: string;
  expiresAt: string;
};
const MOST = 20;

/** Break-glasses of others that this person could confirm now, the next to expire first. */
export async function waitingBreakGlasses(actor: PersonActor): Promise<{ items: WaitingBreakGlass[]; now: string }> {
  return read(actor, async (tx, now) => {
    if (!can(actor, "break-glass:confirm")) return { items: [], now: now.toISOString() };
    const rows = await tx
      .select({ row: breakGlass, service: service.slug, version: release.version })
      .from(breakGlass)
      .innerJoin(release, and(eq(release.tenantId, breakGlass.tenantId), eq(release.id, breakGlass.releaseId)))
      .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
      .where(
        and(
          eq(breakGlass.tenantId, actor.tenantId),
          isNull(breakGlass.confirmedAt),
          isNull(breakGlass.cancelledAt),
          gt(breakGlass.expiresAt, now),
          ne(breakGlass.requestedById, actor.id),
          isNull(release.endedAt),
        ),
      )
      .orderBy(asc(breakGlass.expiresAt), asc(breakGlass.id))
      .limit(MOST);
    const items = rows.map(({ row, ...of }) => ({
      id: row.id,
      releaseId: row.releaseId,
      ...of,
      requestedBy: row.requestedByName,
      expiresAt: row.expiresAt.toISOString(),
    }));
    return { items, now: now.toISOString() };
  });
}
