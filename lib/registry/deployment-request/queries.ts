import { and, desc, eq } from "drizzle-orm";
import { environment, service } from "@/db/schema/catalog";
import { deploymentRequest, integration } from "@/db/schema/integration";
import type { Actor } from "@/lib/core/access";
import type { RequestState } from "@/lib/core/deployment/answer";
import { DomainError } from "@/lib/core/errors";
import { requireReach } from "../actor-columns";
import { read } from "../read";
import { isRecordId } from "../record-id";

export type DeploymentRequestView = {
  id: string;
  integration: { id: string; name: string; kind: "github" | "webhook" };
  repository: string;
  /** The sender's own name of it. */
  externalEnvironment: string;
  /** Slugs; null where the sender's words meant nothing here. */
  service: string | null;
  environment: string | null;
  commit: string;
  state: RequestState;
  note: string | null;
  releaseId: string | null;
  decisionId: string | null;
  requestedAt: string;
  judgedAt: string | null;
  answeredAt: string | null;
};

const RECENT = 20;
const columns = { request: deploymentRequest, integration, service: service.slug, environment: environment.slug };

/** The latest requests of all integrations, or of those about one release; newest first. */
export async function recentRequests(
  actor: Actor,
  { releaseId }: { releaseId?: string } = {},
): Promise<{ items: DeploymentRequestView[]; now: string }> {
  return read(actor, async (tx, now) => {
    const rows = await tx
      .select(columns)
      .from(deploymentRequest)
      .innerJoin(integration, integrationOfRequest)
      .leftJoin(service, serviceOfRequest)
      .leftJoin(environment, environmentOfRequest)
      .where(
        and(
          eq(deploymentRequest.tenantId, actor.tenantId),
          releaseId ? eq(deploymentRequest.releaseId, releaseId) : undefined,
        ),
      )
      .orderBy(desc(deploymentRequest.requestedAt), desc(deploymentRequest.id))
      .limit(RECENT);
    return { items: rows.map(viewOf), now: now.toISOString() };
  });
}

/** One request, for whoever made it and asks again; `not_found` for another tenant's. */
export async function requestById(actor: Actor, id: string): Promise<DeploymentRequestView> {
  return read(actor, async (tx) => {
    const [row] = isRecordId(id)
      ? await tx
          .select(columns)
          .from(deploymentRequest)
          .innerJoin(integration, integrationOfRequest)
          .leftJoin(service, serviceOfRequest)
          .leftJoin(environment, environmentOfRequest)
          .where(and(eq(deploymentRequest.tenantId, actor.tenantId), eq(deploymentRequest.id, id)))
      : [];
    if (!row) throw new DomainError("not_found", "There is no such deployment request.");
    const { serviceId, environmentId } = row.request;
    requireReach(actor, { serviceId: serviceId ?? "none", environmentId: environmentId ?? "none" });
    return viewOf(row);
  });
}

const integrationOfRequest = and(
  eq(integration.tenantId, deploymentRequest.tenantId),
  eq(integration.id, deploymentRequest.integrationId),
);
const serviceOfRequest = and(
  eq(service.tenantId, deploymentRequest.tenantId),
  eq(service.id, deploymentRequest.serviceId),
);
const environmentOfRequest = and(
  eq(environment.tenantId, deploymentRequest.tenantId),
  eq(environment.id, deploymentRequest.environmentId),
);

type Row = {
  request: typeof deploymentRequest.$inferSelect;
  integration: typeof integration.$inferSelect;
  service: string | null;
  environment: string | null;
};

function viewOf({ request, integration: asked, service: serviceSlug, environment: slug }: Row): DeploymentRequestView {
  return {
    id: request.id,
    integration: { id: asked.id, name: asked.name, kind: asked.kind },
    repository: request.repository,
    externalEnvironment: request.externalEnvironment,
    service: serviceSlug,
    environment: slug,
    commit: request.commit,
    state: request.state,
    note: request.note,
    releaseId: request.releaseId,
    decisionId: request.decisionId,
    requestedAt: request.requestedAt.toISOString(),
    judgedAt: request.judgedAt?.toISOString() ?? null,
    answeredAt: request.answeredAt?.toISOString() ?? null,
  };
}
