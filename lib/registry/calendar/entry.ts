import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { calendarEntry } from "@/db/schema/calendar";
import { environment, service } from "@/db/schema/catalog";
import type { Actor } from "@/lib/core/access";
import { calendarDraft, planEntry } from "@/lib/core/calendar/plan";
import { DomainError, invalid } from "@/lib/core/errors";
import { doneByColumns } from "../actor-columns";
import type { CommandScope } from "../command";
import { newId } from "../id";

/** What is asked for when an entry is added or changed. Ids left out: every production environment, every service. */
export const entryInput = z.strictObject({
  ...calendarDraft.shape,
  environmentId: z.uuid().optional(),
  serviceId: z.uuid().optional(),
});
export type EntryInput = z.output<typeof entryInput>;
export type EntryRow = typeof calendarEntry.$inferSelect;

/** Stores an entry that begins to be valid now or later, and says what the ledger keeps of it. */
export async function storeEntry({ tx, actor, now }: CommandScope, input: EntryInput, supersedesId: string | null) {
  const { environmentId, serviceId, ...draft } = input;
  const place = await placeOf(tx, actor, input);
  const plan = planEntry(draft, now);
  const id = newId(now);
  const stored = await tx
    .insert(calendarEntry)
    .values({
      tenantId: actor.tenantId,
      id,
      kind: draft.kind,
      environmentId: environmentId ?? null,
      serviceId: serviceId ?? null,
      name: draft.name,
      reason: draft.reason,
      timeZone: plan.timeZone,
      rule: plan.rule,
      validFrom: new Date(plan.validFrom),
      validUntil: plan.validUntil === null ? null : new Date(plan.validUntil),
      overridableBy: plan.overridableBy,
      supersedesId,
      createdAt: now,
      ...doneByColumns(actor),
    })
    .onConflictDoNothing()
    .returning({ id: calendarEntry.id });
  if (stored.length === 0) throw new DomainError("conflict", "This entry has been changed already; reload the page.");
  const { name, reason } = draft;
  const subjects = [id, supersedesId, environmentId, serviceId].filter((each) => typeof each === "string");
  return { id, name, subjects, data: { calendar: id, name, reason, ...place, ...plan, supersedes: supersedesId } };
}

/** Slugs of the place that an entry is for. The calendar rules entry to production, so it is for no other environment. */
async function placeOf(tx: Tx, { tenantId }: Actor, { environmentId, serviceId }: EntryInput) {
  const [to] = environmentId
    ? await tx
        .select()
        .from(environment)
        .where(and(eq(environment.tenantId, tenantId), eq(environment.id, environmentId)))
    : [];
  const [of] = serviceId
    ? await tx
        .select()
        .from(service)
        .where(and(eq(service.tenantId, tenantId), eq(service.id, serviceId)))
    : [];
  if (environmentId && !to) throw new DomainError("not_found", "There is no such environment.");
  if (serviceId && !of) throw new DomainError("not_found", "There is no such service.");
  if (to && !to.isProduction)
    throw invalid("environmentId", "is no production environment; only entry to one is judged");
  return { environment: to?.slug ?? null, service: of?.slug ?? null };
}

/** Ends an entry now: it stays in the records, and is in force no more. Throws where there is none, or it has ended. */
export async function endEntry({ tx, actor, now }: CommandScope, id: string, reason: string): Promise<EntryRow> {
  const key = and(eq(calendarEntry.tenantId, actor.tenantId), eq(calendarEntry.id, id));
  const [known] = await tx.select().from(calendarEntry).where(key).for("update");
  if (!known) throw new DomainError("not_found", "There is no such calendar entry.");
  if (known.endedAt || (known.validUntil && known.validUntil <= now)) {
    throw new DomainError("conflict", "This calendar entry has ended already.");
  }
  const [row] = await tx
    .update(calendarEntry)
    .set({
      validUntil: now,
      endedAt: now,
      endedByName: actor.name,
      endedReason: reason,
    })
    .where(and(key, isNull(calendarEntry.endedAt)))
    .returning();
  if (!row) throw new DomainError("conflict", "This calendar entry has ended already.");
  return row;
}
