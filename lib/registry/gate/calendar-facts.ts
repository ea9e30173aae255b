import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { calendarEntry, freezeOverride } from "@/db/schema/calendar";
import { environment, service } from "@/db/schema/catalog";
import type { CalendarFact, FreezeOverrideFact } from "@/lib/core/gate/facts";
import type { FoundRelease } from "../release/find";

type EntryRow = typeof calendarEntry.$inferSelect;
type Slugs = { environment: string | null; service: string | null };

/** Windows and freezes of a release's place that had not ended before there was the release: the core judges them. */
export async function calendarFacts(tx: Tx, found: FoundRelease): Promise<CalendarFact[]> {
  const { release, environment: to, service: of } = found;
  if (!to.isProduction) return [];
  const rows = await tx
    .select()
    .from(calendarEntry)
    .where(
      and(
        eq(calendarEntry.tenantId, release.tenantId),
        or(isNull(calendarEntry.environmentId), eq(calendarEntry.environmentId, to.id)),
        or(isNull(calendarEntry.serviceId), eq(calendarEntry.serviceId, of.id)),
        or(isNull(calendarEntry.validUntil), gt(calendarEntry.validUntil, release.createdAt)),
      ),
    )
    .orderBy(asc(calendarEntry.id));
  return rows.map((row) =>
    calendarFact(row, { environment: row.environmentId && to.slug, service: row.serviceId && of.slug }),
  );
}

/** Overrides of freezes for this release, standing or not. */
export async function freezeOverrideFacts(tx: Tx, { release }: FoundRelease): Promise<FreezeOverrideFact[]> {
  const rows = await tx
    .select()
    .from(freezeOverride)
    .where(and(eq(freezeOverride.tenantId, release.tenantId), eq(freezeOverride.releaseId, release.id)))
    .orderBy(asc(freezeOverride.grantedAt), asc(freezeOverride.id));
  return rows.map((row) => ({
    id: row.id,
    calendarId: row.calendarEntryId,
    releaseId: row.releaseId,
    occurrenceStart: row.occurrenceStart.toISOString(),
    reason: row.reason,
    grantedAt: row.grantedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    grantedBy: { kind: "person", id: row.grantedById, name: row.grantedByName, email: row.grantedByEmail },
    grantedRole: row.grantedRole,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}

/** An entry as the core judges it. */
export function calendarFact(row: EntryRow, slugs: Slugs): CalendarFact {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    reason: row.reason,
    environment: slugs.environment,
    service: slugs.service,
    timeZone: row.timeZone,
    rule: row.rule,
    validFrom: row.validFrom.toISOString(),
    validUntil: row.validUntil?.toISOString() ?? null,
    overridableBy: row.overridableBy,
  };
}

/** Entries with the slugs of what they are for; narrow it with `.where`. */
export function calendarRows(tx: Tx) {
  return tx
    .select({ entry: calendarEntry, environment: environment.slug, service: service.slug })
    .from(calendarEntry)
    .leftJoin(
      environment,
      and(eq(environment.tenantId, calendarEntry.tenantId), eq(environment.id, calendarEntry.environmentId)),
    )
    .leftJoin(service, and(eq(service.tenantId, calendarEntry.tenantId), eq(service.id, calendarEntry.serviceId)))
    .$dynamic();
}
