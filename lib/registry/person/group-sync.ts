import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { groupRole } from "@/db/schema/identity";
import { membership } from "@/db/schema/tenant";
import { changesRoles, type GivenRole, planRoles, type RolePlan } from "@/lib/core/identity/group-roles";
import { appendToLedger } from "../ledger/append";
import { systemActor } from "../system-actor";
import { hasOtherAdmin, lockAdmins } from "./admins";

export type GivenInTenant = GivenRole & { tenantId: string };

/** What the groups give, in whichever tenants; the transaction must have presented them. */
export async function rolesGivenBy(tx: Tx, groups: readonly string[]): Promise<GivenInTenant[]> {
  if (groups.length === 0) return [];
  return tx
    .select({ tenantId: groupRole.tenantId, role: groupRole.role, group: groupRole.groupName })
    .from(groupRole)
    .where(inArray(groupRole.groupName, [...groups]));
}

/** Every role that the presented person holds, in whichever tenants. */
export function rolesHeldBy(tx: Tx, personId: string) {
  return tx.select().from(membership).where(eq(membership.personId, personId)).orderBy(asc(membership.tenantId));
}

type Sync = {
  tenantId: string;
  personId: string;
  given: readonly GivenRole[];
  /** What the ledger says besides the roles; null where there is nothing but them to say. */
  event: Record<string, unknown> | null;
  now: Date;
};

/**
 * Brings the person's roles in one tenant to what their groups give, with an entry in its ledger when that changes
 * anything. Says whether a role was taken away.
 */
export async function syncRoles(
  tx: Tx,
  { tenantId, personId, given, event, now }: Sync,
): Promise<{ removed: boolean }> {
  await tx.execute(sql`select set_config('app.tenant', ${tenantId}, true)`);
  await lockAdmins(tx, tenantId);
  const rows = await tx
    .select()
    .from(membership)
    .where(and(eq(membership.tenantId, tenantId), eq(membership.personId, personId)));
  const held = rows.filter(({ validUntil }) => validUntil === null || validUntil > now);
  const plan = planRoles(held, given, { hasOtherAdmin: await hasOtherAdmin(tx, { tenantId, personId }) });
  await carryOut(tx, { tenantId, personId, plan, now });
  if (event || changesRoles(plan)) {
    const before = held.map(({ role }) => role).sort();
    const after = [...before.filter((role) => !plan.remove.includes(role)), ...plan.add.map(({ role }) => role)].sort();
    const groups = [...new Set(given.map(({ group }) => group))].sort();
    const kept = plan.kept.length > 0 ? { kept: plan.kept } : {};
    const data = { person: personId, ...event, groups, before, after, ...kept };
    const record = { kind: "person", subjects: [personId], data };
    await appendToLedger(tx, { command: "person.sync-groups", actor: systemActor(tenantId), at: now, record });
  }
  return { removed: plan.remove.length > 0 };
}

type Change = Pick<Sync, "tenantId" | "personId" | "now"> & { plan: RolePlan };

async function carryOut(tx: Tx, { tenantId, personId, plan, now }: Change): Promise<void> {
  const own = and(eq(membership.tenantId, tenantId), eq(membership.personId, personId));
  // A role whose time is over stands in the way of the group that gives it again.
  const gone = [...plan.remove, ...plan.add.map(({ role }) => role)];
  if (gone.length > 0) await tx.delete(membership).where(and(own, inArray(membership.role, gone)));
  if (plan.add.length > 0) {
    const rows = plan.add.map(({ role, groups }) => ({ role, groups, source: "group" as const }));
    await tx.insert(membership).values(rows.map((row) => ({ tenantId, personId, grantedAt: now, ...row })));
  }
  for (const { role, groups } of plan.regroup) {
    await tx
      .update(membership)
      .set({ groups })
      .where(and(own, eq(membership.role, role)));
  }
}
