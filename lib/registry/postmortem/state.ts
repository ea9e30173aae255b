import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incident } from "@/db/schema/incident";
import { postmortem, postmortemArchive, postmortemVersion } from "@/db/schema/postmortem";
import { type PostmortemStanding, postmortemStanding } from "@/lib/core/incident/postmortem/standing";

/** Where the postmortem of an incident stands; what counts is what came after its latest resolution. */
export async function postmortemState(tx: Tx, tenantId: string, incidentId: string): Promise<PostmortemStanding> {
  const [row] = await tx
    .select({
      resolvedAt: incident.resolvedAt,
      begunAt: postmortem.begunAt,
      publishedAt: instantsOf(sql`select ${postmortemVersion.publishedAt} as at from ${postmortemVersion}
        where ${postmortemVersion.tenantId} = ${tenantId} and ${postmortemVersion.incidentId} = ${incidentId}`),
      completedAt: instantsOf(sql`select ${postmortemArchive.completedAt} as at from ${postmortemArchive}
        where ${postmortemArchive.tenantId} = ${tenantId} and ${postmortemArchive.incidentId} = ${incidentId}`),
    })
    .from(incident)
    .leftJoin(postmortem, and(eq(postmortem.tenantId, incident.tenantId), eq(postmortem.incidentId, incident.id)))
    .where(and(eq(incident.tenantId, tenantId), eq(incident.id, incidentId)));
  if (!row) return { state: "none", publishedAt: null, completedAt: null };
  return postmortemStanding({
    resolvedAt: row.resolvedAt,
    isBegun: row.begunAt !== null,
    publishedAt: row.publishedAt.map((ms) => new Date(ms)),
    completedAt: row.completedAt.map((ms) => new Date(ms)),
  });
}

/** Instants of a subselect, as milliseconds. */
const instantsOf = (rows: ReturnType<typeof sql>) =>
  sql<number[]>`coalesce((select json_agg(floor(extract(epoch from at) * 1000)) from (${rows}) instants), '[]'::json)`;
