import { transaction } from "@/db/client";
import type { PersonActor } from "@/lib/core/access";
import { newId } from "../id";
import { appendToLedger } from "../ledger/append";
import { hashPassword } from "../person/password";
import { insertTenant } from "./standard";

export type BootstrapInput = {
  tenantName: string;
  tenantSlug: string;
  sample?: boolean;
  admin: { email: string; name: string; password: string };
  /** Only the sample generator and tests set the clock. */
  at?: Date;
};

/**
 * Makes a tenant with its first admin. Beside the commands, because before it nobody exists who could be authorised;
 * only the launcher, which holds the machine, calls it.
 */
export async function bootstrapTenant(
  input: BootstrapInput,
): Promise<{ tenantId: string; personId: string; actor: PersonActor }> {
  const at = input.at ?? new Date();
  const tenantId = newId(at);
  const personId = newId(at);
  const passwordHash = await hashPassword(input.admin.password);
  const email = input.admin.email.toLowerCase();
  const actor = await transaction({ tenantId, personId, email }, async (tx) => {
    const tenant = { id: tenantId, slug: input.tenantSlug, name: input.tenantName, sample: input.sample ?? false };
    const admin = { id: personId, email, name: input.admin.name, passwordHash, roles: ["admin" as const] };
    const created = await insertTenant(tx, tenant, admin, at);
    const data = { tenant: tenantId, slug: tenant.slug, name: tenant.name, sample: tenant.sample, admin: email };
    await appendToLedger(tx, {
      command: "tenant.bootstrap",
      actor: created,
      at,
      record: { kind: "tenant", subjects: [tenantId, personId], data },
    });
    return created;
  });
  return { tenantId, personId, actor };
}
