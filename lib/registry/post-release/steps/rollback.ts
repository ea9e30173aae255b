import { rollbackReadiness } from "@/db/schema/post-release";
import { type RollbackReadiness, rollbackOf } from "@/lib/core/post-release/rollback";
import type { CommandScope } from "../../command";
import { policyInForce } from "../../gate/policy";
import { latestRelease } from "../../manifest/released";
import { freshnessOf } from "../../rehearsal/freshness";
import type { FoundRelease } from "../../release/find";
import { previousRelease } from "../../release/previous";
import { shippedOf } from "../shipped";
import type { StepWork } from "../step-work";

/** Judges anew whether what runs there could be rolled back. A release that is no longer the latest changes nothing. */
export const rollbackStep: StepWork = async (scope, found) => {
  const { tx, now } = scope;
  const { tenantId, id: releaseId, serviceId, environmentId } = found.release;
  const place = { tenantId, serviceId, environmentId };
  const { facts, rollback } = await rollbackNow(scope, found);
  const [latest] = await latestRelease(tx, tenantId, serviceId, environmentId);
  if (!latest || latest.id === releaseId) {
    const row = { releaseId, computedAt: now, ...facts, ...rollback };
    await tx
      .insert(rollbackReadiness)
      .values({ ...place, ...row })
      .onConflictDoUpdate({
        target: [rollbackReadiness.tenantId, rollbackReadiness.serviceId, rollbackReadiness.environmentId],
        set: row,
      });
  }
  return { result: { rollback }, kind: "post-release", data: { rollback, ...facts } };
};

type Known = { previousVersion: string | null; planTarget: string | null };

async function rollbackNow(
  { tx, actor, now }: CommandScope,
  found: FoundRelease,
): Promise<{ facts: Known; rollback: RollbackReadiness }> {
  const { service, environment } = found;
  const { manifest } = await shippedOf(tx, actor, found);
  const previous = await previousRelease(tx, found, found.release.releasedAt ?? now);
  const facts = {
    previousVersion: previous?.version ?? null,
    planTarget: manifest?.content.rollback_plan.target_version ?? null,
  };
  const place = { serviceId: service.id, environmentId: environment.id };
  const rehearsal = await freshnessOf(tx, actor, place, now);
  const policy = (await policyInForce(tx, actor.tenantId))?.policy;
  return { facts, rollback: rollbackOf({ ...facts, rehearsal, rehearsalRequired: policy?.requireRehearsal ?? true }) };
}
