import { sql } from "drizzle-orm";
import { staleBefore } from "@/lib/core/gate/standing";
import { verdictMaxAgeHours } from "../gate/verdict-age";
import type { Asked } from "./asked";
import type { Share } from "./view";

/**
 * Releases that were on their way at an instant, and those of them whose last decision by then still approved: the rule
 * of `standingVerdict`, by the policy of today. Now it is the list of releases that shows `approve`.
 */
export async function readyAt(asked: Asked, at: Date): Promise<Share> {
  const { tx, tenantId, service, environment } = asked;
  const then = sql`${at.toISOString()}::timestamptz`;
  const stale = staleBefore(await verdictMaxAgeHours(tx, tenantId), at).toISOString();
  const born = sql`r.tenant_id = ${tenantId} and r.created_at <= ${then}
    ${service ? sql`and r.service_id = ${service.id}` : sql.empty()}
    ${environment ? sql`and r.environment_id = ${environment.id}` : sql.empty()}`;
  const { rows } = await tx.execute<Share>(sql`
    select count(*)::int as whole,
      (count(*) filter (where last.verdict = 'approve' and last.decided_at >= ${stale}::timestamptz))::int as part
    from (
      select id from release r where ${born} and r.settled_at is null
      union all
      select id from release r where ${born} and r.settled_at > ${then}
    ) on_their_way
    left join lateral (
      select d.verdict, d.decided_at from decision d
      where d.tenant_id = ${tenantId} and d.release_id = on_their_way.id and d.decided_at <= ${then}
      order by d.decided_at desc, d.id desc limit 1
    ) last on true`);
  return rows[0] ?? { part: 0, whole: 0 };
}
