import { z } from "zod";
import { approvalRule } from "@/db/schema/catalog";
import { ROLES, type Role } from "@/lib/core/access";
import { isInForce, requireSigningRoles } from "@/lib/core/approval/matrix";
import { changeInstant, planRowChange } from "@/lib/core/approval/matrix-change";
import { trainingName } from "@/lib/core/approval/training";
import { instantText } from "@/lib/core/instant";
import { command } from "../command";
import { peopleWithRoles } from "../gate/approval-facts";
import { newId } from "../id";
import { endRules, lockEnvironment, rulesOfRow, serviceSlug } from "./matrix-row";

/**
 * Sets one row of the approval matrix from an instant on: the roles that must sign for an environment, or for one
 * service in it. What was in force before is kept as history. `unheld`: roles that nobody holds now.
 */
export const setApprovalRoles = command({
  name: "environment.set-approval-roles",
  permission: "environment:manage",
  input: z.strictObject({
    environmentId: z.uuid(),
    /** Left out: the row of the environment, for every service without one of its own. */
    serviceId: z.uuid().optional(),
    roles: z.array(z.enum(ROLES)).min(1, "at least one role must sign"),
    trainings: z
      .array(z.strictObject({ role: z.enum(ROLES), training: trainingName }))
      .max(ROLES.length)
      .default([]),
    /** Left out: at once. */
    from: instantText.transform((text) => new Date(text)).optional(),
  }),
  async run(scope, input) {
    const { tx, actor } = scope;
    const environment = await lockEnvironment(scope, input.environmentId);
    const row = { environmentId: environment.id, serviceId: input.serviceId ?? null };
    const service = await serviceSlug(scope, row.serviceId);
    const roles = ROLES.filter((role) => input.roles.includes(role));
    requireSigningRoles(roles);
    const now = await scope.readClock();
    const from = changeInstant(input.from ?? null, now);
    const rules = await rulesOfRow(tx, actor.tenantId, row);
    const change = planRowChange(rules, from);
    await endRules(scope, change, now);
    const training = (role: Role) => input.trainings.find((each) => each.role === role)?.training ?? null;
    const added = roles.map((role) => ({ role, requiresTraining: training(role) }));
    const set = { tenantId: actor.tenantId, ...row, validFrom: from, validUntil: change.until };
    await tx
      .insert(approvalRule)
      .values(added.map((rule) => ({ ...set, ...rule, id: newId(now), setAt: now, setByName: actor.name })));
    const people = await peopleWithRoles(tx, actor.tenantId, now);
    const unheld = roles.filter((role) => ![...people.values()].some((each) => each.roles.includes(role)));
    const data = {
      environment: environment.id,
      slug: service ? `${service} in ${environment.slug}` : environment.slug,
      service: row.serviceId,
      before: rules
        .filter((rule) => isInForce(rule, now))
        .map(({ role }) => role)
        .sort(),
      after: [...roles].sort(),
      trainings: added.filter(({ requiresTraining }) => requiresTraining !== null),
      from: from.toISOString(),
      until: change.until?.toISOString() ?? null,
    };
    const subjects = [environment.id, ...(row.serviceId ? [row.serviceId] : [])];
    return {
      value: { id: environment.id, roles, unheld, from: from.toISOString() },
      record: { kind: "approval-matrix", subjects, data },
    };
  },
});
