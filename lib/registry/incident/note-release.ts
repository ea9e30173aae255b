import { and, asc, eq, isNull } from "drizzle-orm";
import { incident, incidentService } from "@/db/schema/incident";
import { releaseNews } from "@/lib/core/incident/release-news";
import type { StageState } from "@/lib/core/release/stages";
import { appendEntry } from "./append-entry";
import type { IncidentScope } from "./hold";

export type ReleaseEvent = StageState & { releaseId: string; serviceId: string; version: string; place: string };

/**
 * Puts what happens to a release on the timeline of each open incident that affects its service, where it can matter
 * there. The caller has the release locked; incidents are locked after it, in the order of ids.
 */
export async function noteReleaseEvent(scope: IncidentScope, event: ReleaseEvent): Promise<void> {
  const { releaseId, serviceId, version, place, stage, status } = event;
  const news = releaseNews({ stage, status });
  if (!news) return;
  const { tx, actor } = scope;
  const open = await tx
    .select({ id: incident.id })
    .from(incidentService)
    .innerJoin(
      incident,
      and(eq(incident.tenantId, incidentService.tenantId), eq(incident.id, incidentService.incidentId)),
    )
    .where(
      and(
        eq(incidentService.tenantId, actor.tenantId),
        eq(incidentService.serviceId, serviceId),
        isNull(incident.resolvedAt),
      ),
    )
    .orderBy(asc(incident.id));
  for (const { id } of open) {
    const text = `${version} (${place}) ${news}.`;
    await appendEntry(scope, id, { kind: "release", text, data: { releaseId, version, stage, status } });
  }
}
