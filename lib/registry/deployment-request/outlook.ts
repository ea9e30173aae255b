import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { release } from "@/db/schema/release";
import { approvalRoles } from "@/lib/core/approval/sign";
import { approvalState } from "@/lib/core/approval/state";
import type { Outlook } from "@/lib/core/deployment/answer";
import { DomainError } from "@/lib/core/errors";
import { evaluateGate } from "@/lib/core/gate/evaluate";
import { policyInForce } from "../gate/policy";
import { gateFacts } from "../gate-facts";
import { read } from "../read";
import { findRelease } from "../release/find";
import type { OpenRequest } from "./open";

/** What the gate says now about the release that a request is about, stored nowhere. */
export type RequestOutlook = { outlook: Outlook; releaseId: string | null };

export async function outlookOf(request: OpenRequest): Promise<RequestOutlook> {
  const { actor } = request;
  return read(actor, async (tx, now) => {
    const releaseId = await newestRelease(tx, request);
    if (!releaseId) return { releaseId, outlook: { release: null, asked: await askedFor(tx, request) } };
    const found = await findRelease(tx, actor, releaseId);
    const policy = (await policyInForce(tx, actor.tenantId))?.policy ?? null;
    const facts = await gateFacts(tx, actor, found, now);
    const { version, endedAt, stage } = found.release;
    return {
      releaseId,
      outlook: {
        release: { version, endedAs: endedAt ? stage : null },
        verdict: evaluateGate(policy, facts, now),
        rejections: approvalState(facts, approvalRoles(policy, facts)).rejections,
      },
    };
  });
}

type Place = { serviceId: string; environmentId: string };

function placeOf({ serviceId, environmentId }: OpenRequest): Place {
  if (serviceId && environmentId) return { serviceId, environmentId };
  throw new DomainError("conflict", "This request names no service and environment, so it cannot be judged.");
}

async function newestRelease(tx: Tx, request: OpenRequest): Promise<string | null> {
  const { serviceId, environmentId } = placeOf(request);
  const [row] = await tx
    .select({ id: release.id })
    .from(release)
    .where(
      and(
        eq(release.tenantId, request.actor.tenantId),
        eq(release.serviceId, serviceId),
        eq(release.environmentId, environmentId),
        eq(release.commit, request.commit),
      ),
    )
    .orderBy(desc(release.createdAt), desc(release.id))
    .limit(1);
  return row?.id ?? null;
}

async function askedFor(tx: Tx, request: OpenRequest) {
  const { serviceId, environmentId } = placeOf(request);
  const { tenantId } = request.actor;
  const [row] = await tx
    .select({ service: service.slug, environment: environment.slug })
    .from(service)
    .innerJoin(environment, and(eq(environment.tenantId, service.tenantId), eq(environment.id, environmentId)))
    .where(and(eq(service.tenantId, tenantId), eq(service.id, serviceId)));
  return { service: row?.service ?? "?", environment: row?.environment ?? "?", commit: request.commit };
}
