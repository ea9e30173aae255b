import { and, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { membership } from "@/db/schema/tenant";
import { DomainError } from "@/lib/core/errors";

/** Throws `not_found` unless the person belongs to the tenant. */
export async function requireMember(tx: Tx, tenantId: string, personId: string): Promise<void> {
  const [member] = await tx
    .select({ role: membership.role })
    .from(membership)
    .where(and(eq(membership.tenantId, tenantId), eq(membership.personId, personId)))
    .limit(1);
  if (!member) throw new DomainError("not_found", "There is no such person here.");
}

/**
 * Passwords, sessions and being disabled are a person's in every tenant: an admin of one must not reach into the others
 * by them. `what` ends the sentence "…, so no admin of one can …".
 */
export async function requireNoOtherTenant(tx: Tx, tenantId: string, personId: string, what: string): Promise<void> {
  // Memberships elsewhere are visible to the person alone.
  await tx.execute(sql`select set_config('app.person', ${personId}, true)`);
  const [elsewhere] = await tx
    .select({ tenantId: membership.tenantId })
    .from(membership)
    .where(and(eq(membership.personId, personId), ne(membership.tenantId, tenantId)))
    .limit(1);
  if (elsewhere) {
    throw new DomainError("forbidden", `This person belongs to another tenant too, so no admin of one can ${what}.`);
  }
}
