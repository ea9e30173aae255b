import { z } from "zod";
import { planCancel } from "@/lib/core/approval/matrix-change";
import { instantText } from "@/lib/core/instant";
import { command } from "../command";
import { endRules, lockEnvironment, rulesOfRow, serviceSlug } from "./matrix-row";

/** Calls off a change of the approval matrix that is planned for an instant: what is in force before it goes on. */
export const cancelApprovalChange = command({
  name: "environment.cancel-approval-change",
  permission: "environment:manage",
  input: z.strictObject({
    environmentId: z.uuid(),
    serviceId: z.uuid().optional(),
    at: instantText.transform((text) => new Date(text)),
  }),
  async run(scope, { environmentId, serviceId = null, at }) {
    const { tx, actor } = scope;
    const environment = await lockEnvironment(scope, environmentId);
    const service = await serviceSlug(scope, serviceId);
    const now = await scope.readClock();
    const rules = await rulesOfRow(tx, actor.tenantId, { environmentId, serviceId });
    await endRules(scope, planCancel(rules, at, now), now);
    const slug = service ? `${service} in ${environment.slug}` : environment.slug;
    return {
      value: { id: environmentId, at: at.toISOString() },
      record: {
        kind: "approval-matrix",
        subjects: [environmentId, ...(serviceId ? [serviceId] : [])],
        data: { environment: environmentId, slug, service: serviceId, calledOff: at.toISOString() },
      },
    };
  },
});
