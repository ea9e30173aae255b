import { and, asc, eq, gte, isNull, lt, ne, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { approvalRule, environment, policy, service } from "@/db/schema/catalog";
import { incidentPolicy } from "@/db/schema/incident";
import type { Span } from "@/lib/core/period";
import type { PolicyChange } from "@/lib/core/review/model";

/** Versions of the policies and rows of the approval matrix that were set within a span, the first one first. */
export async function policyChangesWithin(tx: Tx, tenantId: string, span: Span): Promise<PolicyChange[]> {
  const changes = [
    ...(await gatePolicies(tx, tenantId, span)),
    ...(await incidentPolicies(tx, tenantId, span)),
    ...(await matrixChanges(tx, tenantId, span)),
  ];
  return changes.sort((one, other) => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1));
}

async function gatePolicies(tx: Tx, tenantId: string, { from, until }: Span): Promise<PolicyChange[]> {
  const rows = await tx
    .select({ version: policy.version, at: policy.createdAt })
    .from(policy)
    .where(and(eq(policy.tenantId, tenantId), gte(policy.createdAt, from), lt(policy.createdAt, until)))
    .orderBy(asc(policy.version));
  return rows.map(({ version, at }) => ({
    ...{ what: "gate-policy", title: `Gate policy, version ${version}`, reason: null, by: null, at: at.toISOString() },
  }));
}

async function incidentPolicies(tx: Tx, tenantId: string, { from, until }: Span): Promise<PolicyChange[]> {
  const rows = await tx
    .select()
    .from(incidentPolicy)
    .where(and(eq(incidentPolicy.tenantId, tenantId), gte(incidentPolicy.at, from), lt(incidentPolicy.at, until)))
    .orderBy(asc(incidentPolicy.version));
  return rows.map(({ version, reason, byName: by, at }) => ({
    ...{ what: "incident-policy", title: `Incident policy, version ${version}`, reason, by, at: at.toISOString() },
  }));
}

/** A place and its roles are set at once, so the rows of one instant and place are one change. */
async function matrixChanges(tx: Tx, tenantId: string, { from, until }: Span): Promise<PolicyChange[]> {
  const rows = await tx
    .select({ rule: approvalRule, environment: environment.slug, service: service.slug })
    .from(approvalRule)
    .innerJoin(
      environment,
      and(eq(environment.tenantId, approvalRule.tenantId), eq(environment.id, approvalRule.environmentId)),
    )
    .leftJoin(service, and(eq(service.tenantId, approvalRule.tenantId), eq(service.id, approvalRule.serviceId)))
    .where(
      and(
        eq(approvalRule.tenantId, tenantId),
        gte(approvalRule.setAt, from),
        lt(approvalRule.setAt, until),
        // One that was called off before it began has changed nothing.
        or(isNull(approvalRule.validUntil), ne(approvalRule.validUntil, approvalRule.validFrom)),
      ),
    )
    .orderBy(asc(approvalRule.setAt), asc(environment.slug), asc(service.slug), asc(approvalRule.role));
  const changes = new Map<string, PolicyChange & { roles: string[] }>();
  for (const { rule, environment: place, service: slug } of rows) {
    const at = rule.setAt.toISOString();
    const where = slug ? `${slug} in ${place}` : place;
    const key = `${at} ${where}`;
    const change = changes.get(key) ?? {
      ...{ what: "approval-matrix" as const, title: "", reason: null, by: rule.setByName, at, roles: [] },
    };
    change.roles.push(rule.role);
    change.title = `Approvals of ${where}: ${change.roles.join(", ")}`;
    changes.set(key, change);
  }
  return [...changes.values()].map(({ roles: _, ...change }) => change);
}
