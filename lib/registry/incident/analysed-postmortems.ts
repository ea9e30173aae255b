import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { postmortemArchive, postmortemVersion } from "@/db/schema/postmortem";
import type { Severity } from "@/lib/core/incident/model";
import type { IncidentPolicy } from "@/lib/core/incident/policy";
import { type PostmortemDeadlines, postmortemDeadlines } from "@/lib/core/incident/postmortem/deadlines";
import { postmortemStanding } from "@/lib/core/incident/postmortem/standing";

type Resolved = { id: string; severity: Severity; resolvedAt: Date | null };
export type AnalysedPostmortem = {
  incidentId: string;
  deadlines: PostmortemDeadlines;
  publishedAt: Date | null;
  completedAt: Date | null;
};

/** The deadlines of the postmortems that these incidents owe, and when they were met; of those that owe none, nothing. */
export async function postmortemsOf(
  tx: Tx,
  tenantId: string,
  { incidents, policy, now }: { incidents: readonly Resolved[]; policy: IncidentPolicy; now: Date },
): Promise<AnalysedPostmortem[]> {
  const owing = incidents.filter(({ resolvedAt }) => resolvedAt !== null);
  if (owing.length === 0) return [];
  const ids = owing.map(({ id }) => id);
  const published = await tx
    .select({ id: postmortemVersion.incidentId, at: postmortemVersion.publishedAt })
    .from(postmortemVersion)
    .where(and(eq(postmortemVersion.tenantId, tenantId), inArray(postmortemVersion.incidentId, ids)));
  const completed = await tx
    .select({ id: postmortemArchive.incidentId, at: postmortemArchive.completedAt })
    .from(postmortemArchive)
    .where(and(eq(postmortemArchive.tenantId, tenantId), inArray(postmortemArchive.incidentId, ids)));
  const [publishedAt, completedAt] = [byIncident(published), byIncident(completed)];
  return owing.flatMap(({ id, severity, resolvedAt }) => {
    const { publishedAt: first, completedAt: done } = postmortemStanding({
      resolvedAt,
      isBegun: true,
      publishedAt: publishedAt.get(id) ?? [],
      completedAt: completedAt.get(id) ?? [],
    });
    const told = { severity, resolvedAt, publishedAt: first, completedAt: done };
    const deadlines = postmortemDeadlines(told, policy, now);
    return deadlines ? [{ incidentId: id, deadlines, publishedAt: first, completedAt: done }] : [];
  });
}

function byIncident(rows: { id: string; at: Date }[]): Map<string, Date[]> {
  const found = new Map<string, Date[]>();
  for (const { id, at } of rows) found.set(id, [...(found.get(id) ?? []), at]);
  return found;
}
