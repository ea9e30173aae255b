import { sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import type { PersonActor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { requirePermission } from "../command";

/** Removes the tenant in `tenantId` if it is a sample: everything of it, and the people who belong to it alone. */
async function removeSampleTenant(tenantId: string, personId?: string): Promise<boolean> {
  return transaction({ tenantId, personId }, async (tx) => {
    // However much it holds, it goes as a whole.
    await tx.execute(sql`set local statement_timeout = 0`);
    const result = await tx.execute<{ removed: boolean }>(sql`select remove_sample_tenant() as removed`);
    return result.rows[0]?.removed === true;
  });
}

/** The button's way: for the sample's admins; no other tenant can be removed by it. */
export async function removeSampleAs(actor: PersonActor): Promise<void> {
  requirePermission(actor, "tenant:manage");
  if (!(await removeSampleTenant(actor.tenantId, actor.id)))
    throw new DomainError("conflict", "This tenant is not a sample.");
}

/** The terminal's way: finds the sample tenant, if there is one, and removes it. */
export async function removeSample(): Promise<{ removed: boolean }> {
  const tenantId = await transaction({}, async (tx) => {
    const result = await tx.execute<{ id: string | null }>(sql`select sample_tenant_id() as id`);
    return result.rows[0]?.id ?? null;
  });
  return { removed: tenantId ? await removeSampleTenant(tenantId) : false };
}

/** The id of the tenant that `seed:large` made, null where there is none. */
export async function largeSampleId(): Promise<string | null> {
  return transaction({}, async (tx) => {
    const result = await tx.execute<{ id: string | null }>(sql`select large_sample_tenant_id() as id`);
    return result.rows[0]?.id ?? null;
  });
}

/** Removes that tenant, if there is one, with all of its records and the people who belong to it alone. */
export async function removeLargeSample(): Promise<{ removed: boolean }> {
  const tenantId = await largeSampleId();
  return { removed: tenantId ? await removeSampleTenant(tenantId) : false };
}
