import { and, eq, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { enqueue } from "@/db/jobs/enqueue";
import { deploymentRequest } from "@/db/schema/integration";
import { judgedAgainAfter } from "@/lib/core/deployment/answer";
import type { OpenRequest } from "./open";

/**
 * Leaves a request waiting and has it judged again, in one transaction: the next judgement exists if the last one
 * counts. `told`: its sender was told this note just now.
 */
export async function keepWaiting(
  request: OpenRequest,
  { note, told, releaseId }: { note: string; told: boolean; releaseId: string | null },
): Promise<void> {
  const { tenantId } = request.actor;
  await transaction({ tenantId }, async (tx) => {
    const rows = await tx
      .update(deploymentRequest)
      .set({
        note,
        releaseId,
        judgedAt: sql`clock_timestamp()`,
        // That it could be told means that no earlier answer had arrived.
        ...(told ? { reports: sql`${deploymentRequest.reports} + 1`, decisionId: null } : {}),
      })
      .where(stillWaits(request))
      .returning({ id: deploymentRequest.id });
    if (rows.length === 0) return;
    const afterSeconds = judgedAgainAfter(request.waitedSeconds);
    await enqueue(tx, "judge-deployment", { tenantId, requestId: request.id }, { key: request.id, afterSeconds });
  });
}

/** Shows why a waiting request has not been told what was judged; its job is tried again all the same. */
export async function noteTrouble(request: OpenRequest, note: string): Promise<void> {
  await transaction({ tenantId: request.actor.tenantId }, (tx) =>
    tx.update(deploymentRequest).set({ note }).where(stillWaits(request)),
  );
}

const stillWaits = ({ id, actor }: OpenRequest) =>
  and(
    eq(deploymentRequest.tenantId, actor.tenantId),
    eq(deploymentRequest.id, id),
    eq(deploymentRequest.state, "waiting"),
  );
