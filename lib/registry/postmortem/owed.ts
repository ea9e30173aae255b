import { and, asc, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incident } from "@/db/schema/incident";
import { postmortemArchive } from "@/db/schema/postmortem";
import type { IncidentPolicy } from "@/lib/core/incident/policy";
import type { PostmortemDeadlines } from "@/lib/core/incident/postmortem/deadlines";
import type { IncidentRow } from "../incident/find";
import { currentIncidentPolicy } from "../incident-policy/current";
import { postmortemsOf } from "./judged";

export type OwedPostmortem = { row: IncidentRow; deadlines: PostmortemDeadlines; policy: IncidentPolicy };

/**
 * Every incident that is over, closed ones included, whose postmortem is owed and not completed since its latest
 * resolution; the one that was resolved first comes first.
 */
export async function owedPostmortems(tx: Tx, tenantId: string, now: Date): Promise<OwedPostmortem[]> {
  const { policy } = await currentIncidentPolicy(tx, tenantId);
  const rows = await tx
    .select()
    .from(incident)
    .where(
      and(
        eq(incident.tenantId, tenantId),
        isNotNull(incident.resolvedAt),
        ne(incident.state, "merged"),
        sql`not exists (select 1 from ${postmortemArchive} where ${postmortemArchive.tenantId} = ${incident.tenantId}
          and ${postmortemArchive.incidentId} = ${incident.id}
          and ${postmortemArchive.completedAt} >= ${incident.resolvedAt})`,
      ),
    )
    .orderBy(asc(incident.resolvedAt), asc(incident.id));
  const judged = await postmortemsOf(tx, tenantId, { incidents: rows, policy, now });
  const deadlinesOf = new Map(judged.map(({ incidentId, deadlines }) => [incidentId, deadlines]));
  return rows.flatMap((row) => {
    const deadlines = deadlinesOf.get(row.id);
    return deadlines ? [{ row, deadlines, policy }] : [];
  });
}
