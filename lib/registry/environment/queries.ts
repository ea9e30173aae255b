import { and, asc, eq } from "drizzle-orm";
import { approvalRule, environment } from "@/db/schema/catalog";
import { membership, person } from "@/db/schema/tenant";
import { type Actor, ROLES, type Role } from "@/lib/core/access";
import { policyInForce } from "../gate/policy";
import { read } from "../read";

export type EnvironmentView = { id: string; slug: string; name: string; isProduction: boolean; createdAt: string };

/** Every environment of the tenant, in the order of promotion. */
export async function listEnvironments(actor: Actor): Promise<EnvironmentView[]> {
  return read(actor, async (tx) => {
    const rows = await tx
      .select()
      .from(environment)
      .where(eq(environment.tenantId, actor.tenantId))
      .orderBy(asc(environment.position), asc(environment.slug));
    return rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      name: row.name,
      isProduction: row.isProduction,
      createdAt: row.createdAt.toISOString(),
    }));
  });
}

export type MatrixRow = EnvironmentView & { roles: Role[] };
export type ApprovalMatrix = {
  rows: MatrixRow[];
  /** Who holds a role now, by name. */
  holders: Partial<Record<Role, string[]>>;
  /** Roles that the policy in force asks for instead of the matrix; null where it leaves that to the matrix. */
  policyRoles: Role[] | null;
};

export async function approvalMatrix(actor: Actor): Promise<ApprovalMatrix> {
  const environments = listEnvironments(actor);
  const rest = await read(actor, async (tx) => {
    const rules = await tx.select().from(approvalRule).where(eq(approvalRule.tenantId, actor.tenantId));
    const people = await tx
      .select({ role: membership.role, name: person.name })
      .from(membership)
      .innerJoin(person, eq(person.id, membership.personId))
      .where(and(eq(membership.tenantId, actor.tenantId)))
      .orderBy(asc(person.name));
    const policyRoles = (await policyInForce(tx, actor.tenantId))?.policy?.requiredRoles ?? null;
    return { rules, people, policyRoles };
  });
  const holders: Partial<Record<Role, string[]>> = {};
  for (const { role, name } of rest.people) holders[role] = [...(holders[role] ?? []), name];
  const rows = (await environments).map((row) => ({
    ...row,
    roles: ROLES.filter((role) => rest.rules.some((rule) => rule.environmentId === row.id && rule.role === role)),
  }));
  return { rows, holders, policyRoles: rest.policyRoles };
}
