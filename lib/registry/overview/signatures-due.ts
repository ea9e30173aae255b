import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { release } from "@/db/schema/release";
import { can, type PersonActor, type Role } from "@/lib/core/access";
import { approvalRoles } from "@/lib/core/approval/sign";
import { waitingSince } from "@/lib/core/approval/since";
import { approvalState } from "@/lib/core/approval/state";
import type { Facts } from "@/lib/core/gate/facts";
import { openStages } from "@/lib/core/gate/standing";
import { policyInForce } from "../gate/policy";
import { gateFacts } from "../gate-facts";
import { read } from "../read";
import { findRelease } from "../release/find";

/** Releases are judged one by one, so only the newest are. */
const MOST_CANDIDATES = 25;

export type SignatureDue = {
  releaseId: string;
  service: string;
  environment: string;
  version: string;
  roles: Role[];
  since: string;
};

/** Open releases that lack a signature which this person could give now, the longest waiting first. */
export async function signaturesDue(actor: PersonActor): Promise<{ due: SignatureDue[]; now: string }> {
  return read(actor, async (tx, now) => {
    const due: SignatureDue[] = [];
    if (!can(actor, "release:sign")) return { due, now: now.toISOString() };
    const policy = (await policyInForce(tx, actor.tenantId))?.policy ?? null;
    for (const { id, putAt } of await candidates(tx, actor)) {
      const found = await findRelease(tx, actor, id);
      const facts = await gateFacts(tx, actor, found, now);
      const roles = rolesToSign(actor, facts, approvalRoles(policy, facts));
      if (roles.length === 0) continue;
      const since = waitingSince(found.release.approvalsRequestedAt, new Date(putAt)).toISOString();
      const { service, environment, version } = facts.release;
      due.push({ releaseId: id, service, environment, version, roles, since });
    }
    due.sort((one, other) => one.since.localeCompare(other.since));
    return { due, now: now.toISOString() };
  });
}

function rolesToSign(actor: PersonActor, facts: Facts, required: Role[]): Role[] {
  return approvalState(facts, required)
    .missing.filter(({ candidates: people }) => people.some(({ personId }) => personId === actor.id))
    .map(({ role }) => role);
}

/** Open releases with a manifest whose newest revision this person has not signed. */
async function candidates(tx: Tx, actor: PersonActor): Promise<{ id: string; putAt: number }[]> {
  const newest = sql`(select id, created_at from manifest where manifest.tenant_id = ${release.tenantId}
    and manifest.release_id = ${release.id} order by revision desc limit 1)`;
  const rows = await tx
    .select({ id: release.id, putAt: sql<number>`floor(extract(epoch from newest.created_at) * 1000)::float8` })
    .from(release)
    .innerJoin(sql`lateral ${newest} newest`, sql`true`)
    .where(
      and(
        eq(release.tenantId, actor.tenantId),
        inArray(release.stage, [...openStages()]),
        sql`not exists (select from signature where signature.tenant_id = ${release.tenantId}
          and signature.manifest_id = newest.id and signature.person_id = ${actor.id} and withdrawn_at is null)`,
      ),
    )
    .orderBy(desc(release.createdAt), desc(release.id))
    .limit(MOST_CANDIDATES);
  return rows;
}
