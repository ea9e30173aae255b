import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { approvalRule } from "@/db/schema/catalog";
import { signature } from "@/db/schema/decision";
import { membership, person } from "@/db/schema/tenant";
import { type Role, rolesWith } from "@/lib/core/access";
import type { ApproverFact, Facts, Lookup, ManifestFact, SignatureFact } from "@/lib/core/gate/facts";
import type { FoundRelease } from "../release/find";

type People = Map<string, ApproverFact>;

/** Required roles, signatures of the current manifest revision with the roles held now, and who could sign. */
export async function approvalFacts(
  tx: Tx,
  found: FoundRelease,
  manifest: Lookup<ManifestFact>,
): Promise<Pick<Facts, "requiredRoles" | "signatures" | "approvers">> {
  const { release, environment } = found;
  const rules = await tx
    .select({ role: approvalRule.role })
    .from(approvalRule)
    .where(and(eq(approvalRule.tenantId, release.tenantId), eq(approvalRule.environmentId, environment.id)))
    .orderBy(asc(approvalRule.role));
  const people = await peopleWithRoles(tx, release.tenantId);
  const roles = rules.map(({ role }) => role);
  const signing = new Set([...roles, ...rolesWith("release:sign")]);
  return {
    requiredRoles: { state: "found", value: roles },
    signatures: { state: "found", value: await signaturesOf(tx, found, manifest, people) },
    approvers: [...people.values()].filter((each) => each.roles.some((role) => signing.has(role))),
  };
}

/** Everybody of the tenant who is not disabled, with the roles held now, by name. */
export async function peopleWithRoles(tx: Tx, tenantId: string): Promise<People> {
  const rows = await tx
    .select({ id: person.id, name: person.name, email: person.email, role: membership.role })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.tenantId, tenantId), isNull(person.disabledAt)))
    .orderBy(asc(person.name), asc(person.id), asc(membership.role));
  const people: People = new Map();
  for (const { id, name, email, role } of rows) {
    const known = people.get(id);
    if (known) known.roles.push(role);
    else people.set(id, { personId: id, name, email, roles: [role] });
  }
  return people;
}

async function signaturesOf(
  tx: Tx,
  { release }: FoundRelease,
  manifest: Lookup<ManifestFact>,
  people: People,
): Promise<SignatureFact[]> {
  if (manifest.state !== "found" || !manifest.value.id) return [];
  const rows = await tx
    .select()
    .from(signature)
    .where(
      and(
        eq(signature.tenantId, release.tenantId),
        eq(signature.releaseId, release.id),
        eq(signature.manifestId, manifest.value.id),
      ),
    )
    .orderBy(asc(signature.signedAt), asc(signature.id));
  return rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    name: row.printedName,
    email: people.get(row.personId)?.email ?? null,
    decision: row.decision,
    manifestDigest: row.manifestDigest,
    role: row.role,
    rolesNow: rolesNow(people, row.personId),
    signedAt: row.signedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    reason: row.reason,
  }));
}

const rolesNow = (people: People, personId: string): Role[] => people.get(personId)?.roles ?? [];
