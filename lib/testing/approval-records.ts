import type { PersonActor } from "@/lib/core/access";
import { giveDelegation } from "@/lib/registry/delegation/give";
import { setApprovalRoles } from "@/lib/registry/environment/set-approval-roles";
import { recordTraining } from "@/lib/registry/training/record";
import { newPerson, type TestTenant } from "./tenant";

/** When the change of the approval matrix that the records plan would come. */
export const PLANNED_CHANGE = "2099-01-01T00:00:00Z";
const DAY_MS = 86_400_000;

export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

type Place = { board: PersonActor; environmentId: string; serviceId: string };

/** A row of the matrix of a service's own with a change to come, a colleague with a training, and who acts for whom. */
export async function approvalRecords(tenant: TestTenant, { board, environmentId, serviceId }: Place) {
  const admin = { actor: tenant.admin };
  const colleague = await newPerson(tenant, ["sre-on-call"], "Dana Delegate");
  const row = { environmentId, serviceId, roles: ["change-board"] };
  await setApprovalRoles(admin, row);
  await setApprovalRoles(admin, { ...row, from: PLANNED_CHANGE });
  const lent = { toPersonId: colleague.id, role: "change-board", endsAt: inDays(7), reason: "A week off" };
  const { id: delegation } = await giveDelegation({ actor: board }, lent);
  const training = { personId: colleague.id, training: "Production change", completedAt: inDays(-1) };
  const { id: trainingRecord } = await recordTraining(admin, training);
  return { colleague: colleague.id, delegation, trainingRecord };
}
