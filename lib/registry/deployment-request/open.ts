import { and, eq, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { deploymentRequest, integration } from "@/db/schema/integration";
import type { IntegrationActor } from "@/lib/core/access";
import type { RequestState } from "@/lib/core/deployment/answer";

/** A request with whom it is to be answered to, read for one judgement. */
export type OpenRequest = {
  id: string;
  state: RequestState;
  actor: IntegrationActor;
  kind: "github" | "webhook";
  isDisabled: boolean;
  externalId: string;
  repository: string;
  externalEnvironment: string;
  serviceId: string | null;
  environmentId: string | null;
  commit: string;
  callbackUrl: string | null;
  installationId: string | null;
  releaseId: string | null;
  /** While it waits: of an answer that was decided and may or may not have arrived. */
  decisionId: string | null;
  note: string | null;
  reports: number;
  waitedSeconds: number;
};

/** Null for a request that is not there (any more), such as one of a tenant that was removed. */
export async function openRequest(tenantId: string, requestId: string): Promise<OpenRequest | null> {
  const row = await transaction({ tenantId }, async (tx) => {
    const [found] = await tx
      .select({
        request: deploymentRequest,
        integration,
        waitedSeconds: sql<number>`extract(epoch from clock_timestamp() - ${deploymentRequest.requestedAt})::float8`,
      })
      .from(deploymentRequest)
      .innerJoin(
        integration,
        and(eq(integration.tenantId, deploymentRequest.tenantId), eq(integration.id, deploymentRequest.integrationId)),
      )
      .where(and(eq(deploymentRequest.tenantId, tenantId), eq(deploymentRequest.id, requestId)));
    return found;
  });
  if (!row) return null;
  const { request, integration: asked, waitedSeconds } = row;
  return {
    ...request,
    actor: { kind: "integration", id: asked.id, tenantId, name: asked.name },
    kind: asked.kind,
    isDisabled: asked.disabledAt !== null,
    waitedSeconds,
  };
}
