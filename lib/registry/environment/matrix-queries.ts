import { asc, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { trainingRecord } from "@/db/schema/approval";
import { approvalRule, environment, service } from "@/db/schema/catalog";
import type { Actor, Role } from "@/lib/core/access";
import type { RequiredRole } from "@/lib/core/approval/matrix";
import { plannedChanges, type RowState, rowVersions } from "@/lib/core/approval/matrix-history";
import { peopleWithRoles } from "../gate/approval-facts";
import { policyInForce } from "../gate/policy";
import { read } from "../read";

const MOST_RULES = 5000;
const MOST_SERVICES = 1000;

export type VersionView = {
  state: RowState;
  roles: RequiredRole[];
  from: string;
  until: string | null;
  setBy: string | null;
  endedBy: string | null;
};
export type PlannedView = { at: string; roles: RequiredRole[] };
/** One row of the matrix: an environment's, or a service's in it. */
export type RowView = {
  environmentId: string;
  environment: string;
  serviceId: string | null;
  service: string | null;
  /** What is in force; null: nothing, so that the environment's row holds, and where that has nothing either, nobody. */
  current: VersionView | null;
  planned: PlannedView[];
  /** What was in force or was called off, the latest first. */
  past: VersionView[];
};
export type EnvironmentMatrix = { id: string; slug: string; isProduction: boolean; own: RowView; services: RowView[] };
export type ApprovalMatrix = {
  environments: EnvironmentMatrix[];
  /** Who holds a role now, by name. */
  holders: Partial<Record<Role, string[]>>;
  /** Roles that the policy in force asks for instead of the matrix; null where it leaves that to the matrix. */
  policyRoles: Role[] | null;
  services: { id: string; slug: string }[];
  /** Names of trainings that are asked for or recorded, to choose from. */
  trainings: string[];
  now: string;
};

/** The approval matrix with what is planned and what was, judged at one instant. */
export async function approvalMatrix(actor: Actor): Promise<ApprovalMatrix> {
  return read(actor, async (tx, now) => {
    const { tenantId } = actor;
    const environments = await tx
      .select()
      .from(environment)
      .where(eq(environment.tenantId, tenantId))
      .orderBy(asc(environment.position), asc(environment.slug));
    const services = await tx
      .select({ id: service.id, slug: service.slug })
      .from(service)
      .where(eq(service.tenantId, tenantId))
      .orderBy(asc(service.slug))
      .limit(MOST_SERVICES);
    const rules = await rulesOf(tx, tenantId);
    return {
      environments: environments.map((each) => matrixOf(each, rules, services, now)),
      holders: await holdersNow(tx, tenantId, now),
      policyRoles: (await policyInForce(tx, tenantId))?.policy?.requiredRoles ?? null,
      services,
      trainings: await knownTrainings(tx, tenantId, rules),
      now: now.toISOString(),
    };
  });
}

type Rule = typeof approvalRule.$inferSelect;

/** Rules without an end come first, then by their end: where there are too many, the oldest history is left out. */
function rulesOf(tx: Tx, tenantId: string): Promise<Rule[]> {
  return tx
    .select()
    .from(approvalRule)
    .where(eq(approvalRule.tenantId, tenantId))
    .orderBy(sql`${approvalRule.validUntil} desc nulls first`, desc(approvalRule.validFrom), desc(approvalRule.id))
    .limit(MOST_RULES);
}

type Named = { id: string; slug: string };

function matrixOf(
  { id, slug, isProduction }: typeof environment.$inferSelect,
  rules: readonly Rule[],
  services: readonly Named[],
  now: Date,
): EnvironmentMatrix {
  const here = rules.filter(({ environmentId }) => environmentId === id);
  const rowOf = (row: Named | null): RowView => {
    const versions = rowVersions(
      here.filter(({ serviceId }) => serviceId === (row?.id ?? null)),
      now,
    );
    const views = versions.map(({ validFrom, validUntil, ...version }) => {
      return { ...version, from: validFrom.toISOString(), until: validUntil?.toISOString() ?? null };
    });
    const planned = plannedChanges(versions, now).map(({ at, roles }) => ({ at: at.toISOString(), roles }));
    return {
      ...{ environmentId: id, environment: slug, serviceId: row?.id ?? null, service: row?.slug ?? null, planned },
      current: views.find(({ state }) => state === "in-force") ?? null,
      past: views.filter(({ state }) => state === "past" || state === "called-off"),
    };
  };
  const own = services.filter((each) => here.some(({ serviceId }) => serviceId === each.id));
  return { id, slug, isProduction, own: rowOf(null), services: own.map(rowOf) };
}

async function holdersNow(tx: Tx, tenantId: string, now: Date): Promise<ApprovalMatrix["holders"]> {
  const holders: ApprovalMatrix["holders"] = {};
  for (const { name, roles } of (await peopleWithRoles(tx, tenantId, now)).values()) {
    for (const role of roles) holders[role] = [...(holders[role] ?? []), name];
  }
  return holders;
}

async function knownTrainings(tx: Tx, tenantId: string, rules: readonly Rule[]): Promise<string[]> {
  const recorded = await tx
    .selectDistinct({ training: trainingRecord.training })
    .from(trainingRecord)
    .where(eq(trainingRecord.tenantId, tenantId))
    .limit(200);
  const asked = rules.flatMap(({ requiresTraining }) => (requiresTraining ? [requiresTraining] : []));
  return [...new Set([...asked, ...recorded.map(({ training }) => training)])].sort();
}
