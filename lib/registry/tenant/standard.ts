import type { Tx } from "@/db/client";
import { approvalRule, environment, policy } from "@/db/schema/catalog";
import { membership, person, tenant } from "@/db/schema/tenant";
import { type PersonActor, ROLES, type Role } from "@/lib/core/access";
import { DEFAULT_POLICY_DOCUMENT } from "@/lib/core/policy/default";
import { policyDigest } from "@/lib/core/policy/digest";
import { parsePolicy } from "@/lib/core/policy/parse";
import { newId } from "../id";

/** What the playbook starts every tenant with: its environments and who signs for each. */
const ENVIRONMENTS: { slug: string; name: string; isProduction: boolean; roles: Role[] }[] = [
  { slug: "staging", name: "Staging", isProduction: false, roles: ["release-engineer"] },
  { slug: "preprod", name: "Preprod", isProduction: false, roles: ["release-engineer"] },
  {
    slug: "production",
    name: "Production",
    isProduction: true,
    roles: ["change-board", "sre-on-call", "product-owner"],
  },
];

export type FirstAdmin = { id: string; email: string; name: string; passwordHash: string; roles: Role[] };

/** Inserts a tenant with its standard environments, approval matrix and policy, and its first admin. */
export async function insertTenant(
  tx: Tx,
  row: { id: string; slug: string; name: string; sample: boolean },
  admin: FirstAdmin,
  at: Date,
): Promise<PersonActor> {
  await tx.insert(tenant).values({ ...row, createdAt: at });
  await tx
    .insert(person)
    .values({ id: admin.id, email: admin.email, name: admin.name, passwordHash: admin.passwordHash, createdAt: at });
  const roles = ROLES.filter((role) => admin.roles.includes(role));
  await tx
    .insert(membership)
    .values(roles.map((role) => ({ tenantId: row.id, personId: admin.id, role, grantedAt: at })));
  for (const [position, { slug, name, isProduction, roles: signers }] of ENVIRONMENTS.entries()) {
    const environmentId = newId(at);
    const tenantId = row.id;
    await tx
      .insert(environment)
      .values({ tenantId, id: environmentId, slug, name, isProduction, position, createdAt: at });
    const set = { tenantId, environmentId, validFrom: at, setAt: at, setByName: admin.name };
    await tx.insert(approvalRule).values(signers.map((role) => ({ ...set, id: newId(at), role })));
  }
  const inForce = parsePolicy(DEFAULT_POLICY_DOCUMENT);
  if (!inForce) throw new Error("the default policy must not be empty");
  const digest = policyDigest(inForce);
  await tx
    .insert(policy)
    .values({ tenantId: row.id, version: 1, document: DEFAULT_POLICY_DOCUMENT, digest, createdAt: at });
  return { kind: "person", id: admin.id, tenantId: row.id, name: admin.name, email: admin.email, roles };
}
