import type { FollowUp } from "@/lib/core/incident/postmortem/model";
import { openActionItem } from "../action-item/open";
import type { IncidentRow } from "../incident/find";
import type { IncidentScope } from "../incident/hold";
import { memberCalled } from "../member";

const LONGEST_TITLE = 300;

/** Opens an action item for each follow-up that is still to be done; published again, each is the same item. */
export async function openFollowUps(
  scope: IncidentScope,
  row: IncidentRow,
  followUps: readonly FollowUp[],
): Promise<void> {
  for (const { id, action, owner, dueOn, isDone } of followUps) {
    if (isDone || dueOn === null) continue;
    const [head = "", ...rest] = action.split("\n");
    const isLong = head.length > LONGEST_TITLE;
    await openActionItem(scope, {
      title: isLong ? `${head.slice(0, LONGEST_TITLE - 1)}…` : head,
      detail: isLong ? action : rest.join("\n").trim(),
      origin: { kind: "incident", id: row.id, item: id },
      serviceId: row.serviceId,
      ownerId: await memberCalled(scope.tx, row.tenantId, owner, scope.now),
      ownerName: owner,
      // The last day is a whole one, in UTC.
      dueAt: new Date(`${dueOn}T23:59:59.999Z`),
      priority: row.severity === "sev1" ? "high" : "medium",
    });
  }
}
