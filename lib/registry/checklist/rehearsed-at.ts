import { and, desc, eq, lte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rehearsal } from "@/db/schema/evidence";
import type { Actor } from "@/lib/core/access";
import type { Policy } from "@/lib/core/policy/model";
import { type RehearsalFreshness, rehearsalFreshness } from "@/lib/core/rehearsal/freshness";

/** Drills are monthly: many years of one place. */
const MOST = 500;

/** How fresh the rehearsals of a place were at an earlier instant: what happened later had not happened then. */
export async function freshnessAt(
  tx: Tx,
  actor: Actor,
  { serviceId, environmentId }: { serviceId: string; environmentId: string },
  policy: Policy,
  at: Date,
): Promise<RehearsalFreshness> {
  const rows = await tx
    .select()
    .from(rehearsal)
    .where(
      and(
        eq(rehearsal.tenantId, actor.tenantId),
        eq(rehearsal.serviceId, serviceId),
        eq(rehearsal.environmentId, environmentId),
        lte(rehearsal.finishedAt, at),
      ),
    )
    .orderBy(desc(rehearsal.finishedAt), desc(rehearsal.id))
    .limit(MOST);
  const facts = rows.map(({ id, outcome, startedAt, finishedAt, remediatedAt }) => ({
    id,
    outcome,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    remediatedAt: remediatedAt && remediatedAt <= at ? remediatedAt.toISOString() : null,
  }));
  return rehearsalFreshness(facts, policy.maxRehearsalAgeDays, at);
}
