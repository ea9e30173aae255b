import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { postmortem, postmortemArchive, postmortemVersion } from "@/db/schema/postmortem";
import type { Severity } from "@/lib/core/incident/model";
import type { IncidentPolicy } from "@/lib/core/incident/policy";
import type { PostmortemDeadlines } from "@/lib/core/incident/postmortem/deadlines";
import { postmortemStanding } from "@/lib/core/incident/postmortem/standing";
import { judgedDeadlines } from "./deadlines";

type Resolved = { id: string; severity: Severity; resolvedAt: Date | null };
export type JudgedPostmortem = {
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
): Promise<JudgedPostmortem[]> {
  const owing = incidents.filter(({ resolvedAt }) => resolvedAt !== null);
  if (owing.length === 0) return [];
  const ids = owing.map(({ id }) => id);
  const papers = await tx
    .select({
      id: postmortem.incidentId,
      importedDigest: postmortem.importedDigest,
      begunAt: postmortem.begunAt,
    })
    .from(postmortem)
    .where(and(eq(postmortem.tenantId, tenantId), inArray(postmortem.incidentId, ids)));
  const published = await tx
    .select({ id: postmortemVersion.incidentId, at: postmortemVersion.publishedAt })
    .from(postmortemVersion)
    .where(and(eq(postmortemVersion.tenantId, tenantId), inArray(postmortemVersion.incidentId, ids)));
  const completed = await tx
    .select({ id: postmortemArchive.incidentId, at: postmortemArchive.completedAt })
    .from(postmortemArchive)
    .where(and(eq(postmortemArchive.tenantId, tenantId), inArray(postmortemArchive.incidentId, ids)));
  const paperOf = new Map(papers.map((paper) => [paper.id, paper]));
  const [publishedAt, completedAt] = [byIncident(published), byIncident(completed)];
  return owing.flatMap(({ id, severity, resolvedAt }) => {
    const paper = paperOf.get(id) ?? null;
    const standing = postmortemStanding({
      resolvedAt,
      isBegun: paper !== null,
      publishedAt: publishedAt.get(id) ?? [],
      completedAt: completedAt.get(id) ?? [],
    });
    const deadlines = judgedDeadlines({ row: { severity, resolvedAt }, paper, standing }, policy, now);
    const { publishedAt: first, completedAt: done } = standing;
    return deadlines ? [{ incidentId: id, deadlines, publishedAt: first, completedAt: done }] : [];
  });
}

function byIncident(rows: { id: string; at: Date }[]): Map<string, Date[]> {
  const found = new Map<string, Date[]>();
  for (const { id, at } of rows) found.set(id, [...(found.get(id) ?? []), at]);
  return found;
}
