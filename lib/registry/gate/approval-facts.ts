import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { signature } from "@/db/schema/decision";
import { membership, person } from "@/db/schema/tenant";
import { rolesWith } from "@/lib/core/access";
import { delegatedTo } from "@/lib/core/approval/delegation";
import { type RequiredRole, requiredRolesAt } from "@/lib/core/approval/matrix";
import type { RequiredTraining } from "@/lib/core/approval/training";
import type { ApproverFact, Facts, Lookup, ManifestFact, SignatureFact } from "@/lib/core/gate/facts";
import { rulesFrom } from "../approval/rules";
import { databaseTime } from "../command";
import { openDelegations } from "../delegation/standing";
import { isHeldAt } from "../person/held";
import type { FoundRelease } from "../release/find";
import { trainingStandings } from "../training/standings";

type People = Map<string, ApproverFact>;
type ApprovalFacts = Pick<Facts, "requiredRoles" | "requiredTrainings" | "signatures" | "approvers">;

/** A release as far as its approvals are looked up: where it goes, and the manifest revision that is signed. */
export type ApprovalSubject = {
  releaseId: string;
  serviceId: string;
  environmentId: string;
  manifestId: string | null;
};

/**
 * Required roles with their trainings, signatures of the current manifest revision with what their signers may sign in
 * now, and who could sign. `at`: the instant that is meant; left out, this moment on the database's clock.
 */
export async function approvalFacts(
  tx: Tx,
  { release, environment, service }: FoundRelease,
  manifest: Lookup<ManifestFact>,
  given?: Date,
): Promise<ApprovalFacts> {
  const at = given ?? (await databaseTime(tx));
  const manifestId = manifest.state === "found" ? manifest.value.id : null;
  const subject = { releaseId: release.id, serviceId: service.id, environmentId: environment.id, manifestId };
  return (await approvalFactsOf(tx, release.tenantId, [subject], at))(subject);
}

/** The same for any of these releases, all of them read at once. */
export async function approvalFactsOf(
  tx: Tx,
  tenantId: string,
  subjects: readonly ApprovalSubject[],
  at: Date,
): Promise<(subject: ApprovalSubject) => ApprovalFacts> {
  const rules = await rulesFrom(tx, tenantId, [...new Set(subjects.map(({ environmentId }) => environmentId))], at);
  const requiredFor = (subject: ApprovalSubject) => requiredRolesAt(rules, subject, at);
  const peopleFor = await peopleWithAuthority(tx, tenantId, subjects.map(requiredFor).map(trainingsOf), at);
  const signed = await signaturesOf(tx, tenantId, subjects);
  return (subject) => {
    const required = requiredFor(subject);
    const requiredTrainings = trainingsOf(required);
    const people = peopleFor(requiredTrainings);
    const roles = required.map(({ role }) => role);
    const signing = new Set([...roles, ...rolesWith("release:sign"), ...rolesWith("freeze:override")]);
    const rows = signed.filter(({ manifestId }) => manifestId === subject.manifestId);
    return {
      requiredRoles: { state: "found", value: roles },
      requiredTrainings,
      signatures: { state: "found", value: rows.map((row) => signatureFact(row, people)) },
      approvers: [...people.values()].filter(
        (each) => each.roles.some((role) => signing.has(role)) || (each.delegated ?? []).length > 0,
      ),
    };
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

const keyOf = (trainings: readonly RequiredTraining[]): string => trainings.map(({ training }) => training).join("\n");

/** As `peopleWithRoles`, with what each may sign in on behalf of others and how they stand in each of these trainings. */
async function peopleWithAuthority(
  tx: Tx,
  tenantId: string,
  asked: readonly RequiredTraining[][],
  at: Date,
): Promise<(trainings: readonly RequiredTraining[]) => People> {
  const people = await peopleWithRoles(tx, tenantId, at);
  const delegations = await openDelegations(tx, tenantId, at);
  const complete = new Map<string, People>();
  for (const trainings of asked) {
    if (complete.has(keyOf(trainings))) continue;
    const names = trainings.map(({ training }) => training);
    const standings = await trainingStandings(tx, tenantId, names, at);
    const entries = [...people].map(([id, each]): [string, ApproverFact] => [
      id,
      { ...each, delegated: delegatedTo(id, delegations, people, at), trainings: standings(id) },
    ]);
    complete.set(keyOf(trainings), new Map(entries));
  }
  return (trainings) => complete.get(keyOf(trainings)) ?? new Map();
}

async function signaturesOf(tx: Tx, tenantId: string, subjects: readonly ApprovalSubject[]) {
  const manifestIds = subjects.flatMap(({ manifestId }) => manifestId ?? []);
  if (manifestIds.length === 0) return [];
  const releaseIds = subjects.map(({ releaseId }) => releaseId);
  return tx
    .select()
    .from(signature)
    .where(
      and(
        eq(signature.tenantId, tenantId),
        inArray(signature.releaseId, releaseIds),
        inArray(signature.manifestId, manifestIds),
      ),
    )
    .orderBy(asc(signature.signedAt), asc(signature.id));
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
