import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { deploymentRequest } from "@/db/schema/integration";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";
import { requireIntegration } from "./require-integration";

/** Ends the wait of a request with what it was told. One that has ended keeps its end: nothing is answered twice. */
export const settleRequest = command({
  name: "deployment-request.settle",
  permission: "deployment:answer",
  input: z.strictObject({
    requestId: z.uuid(),
    state: z.enum(["approved", "rejected", "unanswerable"]),
    note: z.string().max(10_000),
    releaseId: z.uuid().nullable().default(null),
    decisionId: z.uuid().nullable().default(null),
  }),
  async run({ tx, actor, now }, { requestId, state, note, releaseId, decisionId }) {
    const { id: integrationId } = requireIntegration(actor);
    const key = and(
      eq(deploymentRequest.tenantId, actor.tenantId),
      eq(deploymentRequest.id, requestId),
      eq(deploymentRequest.integrationId, integrationId),
    );
    const [row] = await tx
      .update(deploymentRequest)
      .set({ state, note, releaseId, decisionId, judgedAt: now, answeredAt: now })
      .where(and(key, eq(deploymentRequest.state, "waiting")))
      .returning();
    if (!row) {
      const [known] = await tx.select().from(deploymentRequest).where(key);
      if (!known) throw new DomainError("not_found", "There is no such deployment request.");
      return { value: { requestId, state: known.state }, record: "unchanged" };
    }
    const { repository, externalEnvironment, externalId, commit } = row;
    const data = {
      request: requestId,
      name: `${repository} → ${externalEnvironment || "?"}`,
      integration: integrationId,
      externalId,
      commit,
      state,
      note,
      release: releaseId,
      decision: decisionId,
    };
    const subjects = [requestId, integrationId, releaseId, decisionId].filter((id) => id !== null);
    return { value: { requestId, state: row.state }, record: { kind: "deployment-request", subjects, data } };
  },
});
