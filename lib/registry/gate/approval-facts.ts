import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { signature } from "@/db/schema/decision";
import { membership, person } from "@/db/schema/tenant";
import { rolesWith } from "@/lib/core/access";
import { delegatedTo } from "@/lib/core/approval/delegation";
import type { RequiredRole } from "@/lib/core/approval/matrix";
import type { RequiredTraining } from "@/lib/core/approval/training";
import type { ApproverFact, Facts, Lookup, ManifestFact, SignatureFact } from "@/lib/core/gate/facts";
import { requiredRoles } from "../approval/rules";
import { databaseTime } from "../command";
import { openDelegations } from "../delegation/standing";
import { isHeldAt } from "../person/held";
import type { FoundRelease } from "../release/find";
import { trainingStandings } from "../training/standings";

type People = Map<string, ApproverFact>;
type ApprovalFacts = Pick<Facts, "requiredRoles" | "requiredTrainings" | "signatures" | "approvers">;

/**
 * Required roles with their trainings, signatures of the current manifest revision with what their signers may sign in
 * now, and who could sign. `at`: the instant that is meant; left out, this moment on the database's clock.
 */
export async function approvalFacts(
  tx: Tx,
  found: FoundRelease,
  manifest: Lookup<ManifestFact>,
  given?: Date,
): Promise<ApprovalFacts> {
  const { release, environment, service } = found;
  const at = given ?? (await databaseTime(tx));
  const place = { serviceId: service.id, environmentId: environment.id };
  const required = await requiredRoles(tx, release.tenantId, place, at);
  const requiredTrainings = trainingsOf(required);
  const people = await peopleWithAuthority(tx, release.tenantId, requiredTrainings, at);
  const roles = required.map(({ role }) => role);
  const signing = new Set([...roles, ...rolesWith("release:sign"), ...rolesWith("freeze:override")]);
  return {
    requiredRoles: { state: "found", value: roles },
    requiredTrainings,
    signatures: { state: "found", value: await signaturesOf(tx, found, manifest, people) },
    approvers: [...people.values()].filter(
      (each) => each.roles.some((role) => signing.has(role)) || (each.delegated ?? []).length > 0,
    ),
  };
}

function trainingsOf(required: readonly RequiredRole[]): RequiredTraining[] {
  return required.flatMap(({ role, requiresTraining }) =>
    requiresTraining === null ? [] : [{ role, training: requiresTraining }],
  );
}

/** Everybody of the tenant who is not disabled, with the roles held at `at`, by name. */
export async function peopleWithRoles(tx: Tx, tenantId: string, at: Date | null = null): Promise<People> {
  const rows = await tx
    .select({ id: person.id, name: person.name, email: person.email, role: membership.role })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.tenantId, tenantId), isNull(person.disabledAt), isHeldAt(at)))
    .orderBy(asc(person.name), asc(person.id), asc(membership.role));
  const people: People = new Map();
  for (const { id, name, email, role } of rows) {
    const known = people.get(id);
    if (known) known.roles.push(role);
    else people.set(id, { personId: id, name, email, roles: [role] });
  }
  return people;
}

/** As `peopleWithRoles`, with what each may sign in on behalf of others and how they stand in the trainings. */
async function peopleWithAuthority(
  tx: Tx,
  tenantId: string,
  trainings: readonly RequiredTraining[],
  at: Date,
): Promise<People> {
  const people = await peopleWithRoles(tx, tenantId, at);
  const delegations = await openDelegations(tx, tenantId, at);
  const names = trainings.map(({ training }) => training);
  const standings = await trainingStandings(tx, tenantId, names, at);
  const complete = [...people].map(([id, each]): [string, ApproverFact] => [
    id,
    { ...each, delegated: delegatedTo(id, delegations, people, at), trainings: standings(id) },
  ]);
  return new Map(complete);
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
  return rows.map((row) => signatureFact(row, people));
}

function signatureFact(row: typeof signature.$inferSelect, people: People): SignatureFact {
  const signer = people.get(row.personId);
  const { onBehalfOfId: lenderId, onBehalfOfName: lenderName } = row;
  return {
    id: row.id,
    personId: row.personId,
    name: row.printedName,
    email: signer?.email ?? null,
    decision: row.decision,
    manifestDigest: row.manifestDigest,
    role: row.role,
    rolesNow: signer?.roles ?? [],
    signedAt: row.signedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    reason: row.reason,
    onBehalfOf:
      lenderId === null
        ? null
        : { personId: lenderId, name: lenderName ?? "", email: people.get(lenderId)?.email ?? null },
    delegatedNow: signer?.delegated ?? [],
    trainings: signer?.trainings ?? [],
  };
}
