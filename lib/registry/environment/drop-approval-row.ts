import { z } from "zod";
import { isInForce } from "@/lib/core/approval/matrix";
import { changeInstant, planRowChange } from "@/lib/core/approval/matrix-change";
import { DomainError } from "@/lib/core/errors";
import { instantText } from "@/lib/core/instant";
import { command } from "../command";
import { endRules, lockEnvironment, rulesOfRow, serviceSlug } from "./matrix-row";

/** Ends a service's own row of the approval matrix from an instant on: the environment's roles sign for it again. */
export const dropApprovalRow = command({
  name: "environment.drop-approval-row",
  permission: "environment:manage",
  input: z.strictObject({
    environmentId: z.uuid(),
    serviceId: z.uuid(),
    /** Left out: at once. */
    from: instantText.transform((text) => new Date(text)).optional(),
  }),
  async run(scope, { environmentId, serviceId, from: wanted }) {
    const { tx, actor } = scope;
    const environment = await lockEnvironment(scope, environmentId);
    const service = await serviceSlug(scope, serviceId);
    const now = await scope.readClock();
    const from = changeInstant(wanted ?? null, now);
    const rules = await rulesOfRow(tx, actor.tenantId, { environmentId, serviceId });
    const change = planRowChange(rules, from);
    if (change.ends.length === 0) {
      throw new DomainError("conflict", `${service} has no roles of its own in ${environment.slug} at that time.`);
    }
    await endRules(scope, change, now);
    const data = {
      environment: environmentId,
      slug: `${service} in ${environment.slug}`,
      service: serviceId,
      before: rules
        .filter((rule) => isInForce(rule, now))
        .map(({ role }) => role)
        .sort(),
      after: "the environment's",
      from: from.toISOString(),
    };
    return {
      value: { id: environmentId, from: from.toISOString() },
      record: { kind: "approval-matrix", subjects: [environmentId, serviceId], data },
    };
  },
});
