import { and, desc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incident, incidentLink, incidentService } from "@/db/schema/incident";
import { manifest } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { blocksRelease } from "@/lib/core/incident/blocking";
import type { LinkKind } from "@/lib/core/incident/model";
import { policyInForce } from "../gate/policy";
import { waiverFacts } from "../gate/waiver-facts";
import { read } from "../read";
import { isRecordId } from "../record-id";
import type { FoundRelease } from "../release/find";
import { findReleaseByText } from "../release/find-by-text";
import { type FoundIncident, selectIncidents, summariesOf, withinReach } from "./summary";
import type { IncidentSummary, ReleaseIncident } from "./view";

const MOST_RELATED = 50;

const linkedTo = (tx: Tx, actor: Actor, kind: Exclude<LinkKind, "url">, targetId: string) =>
  tx
    .select({ id: incidentLink.incidentId })
    .from(incidentLink)
    .where(
      and(
        eq(incidentLink.tenantId, actor.tenantId),
        eq(incidentLink.kind, kind),
        eq(incidentLink.targetId, targetId),
        isNull(incidentLink.removedAt),
      ),
    );

/** Incidents that are linked with a record, the latest first. For an incident: those whose link points to it. */
export async function incidentsLinkedTo(
  actor: Actor,
  kind: Exclude<LinkKind, "url">,
  targetId: string,
): Promise<IncidentSummary[]> {
  if (!isRecordId(targetId)) return [];
  return read(actor, async (tx) => {
    const rows = await newest(tx, actor, inArray(incident.id, linkedTo(tx, actor, kind, targetId)));
    return summariesOf(tx, actor, rows);
  });
}

const newest = (tx: Tx, actor: Actor, where: Parameters<typeof selectIncidents>[2]) =>
  selectIncidents(tx, actor, and(withinReach(actor), where))
    .orderBy(desc(incident.declaredAt), desc(incident.id))
    .limit(MOST_RELATED);

/**
 * Incidents that concern a release, the latest first, each with why: it caused it, it is linked with it, or its service
 * is affected while it is on its way. `blocks`: this incident alone keeps it from shipping.
 */
export async function incidentsOfRelease(
  actor: Actor,
  releaseId: string,
): Promise<{ items: ReleaseIncident[]; now: string }> {
  return read(actor, async (tx, now) => {
    const found = await findReleaseByText(tx, actor, releaseId);
    const { release, service } = found;
    const linkedIds = await linkedWithRelease(tx, actor, release.id);
    const affecting = tx
      .select({ id: incidentService.incidentId })
      .from(incidentService)
      .where(and(eq(incidentService.tenantId, actor.tenantId), eq(incidentService.serviceId, service.id)));
    const open = and(isNull(incident.resolvedAt), inArray(incident.id, affecting));
    const concerns = or(
      eq(incident.causeReleaseId, release.id),
      linkedIds.length > 0 ? inArray(incident.id, linkedIds) : undefined,
      release.endedAt ? undefined : open,
    );
    const rows = await newest(tx, actor, concerns);
    const summaries = await summariesOf(tx, actor, rows);
    const blocking = await blockingIds(tx, found, rows, now);
    const items = summaries.map((summary, place) => ({
      ...summary,
      isCause: rows[place]?.incident.causeReleaseId === release.id,
      isLinked: linkedIds.includes(summary.id),
      blocks: blocking.has(summary.id) && summary.services.includes(service.slug),
    }));
    return { items, now: now.toISOString() };
  });
}

/** Linked with the release itself or with a revision of its manifest. */
export async function linkedWithRelease(tx: Tx, actor: Actor, releaseId: string): Promise<string[]> {
  const revisions = await tx
    .select({ id: manifest.id })
    .from(manifest)
    .where(and(eq(manifest.tenantId, actor.tenantId), eq(manifest.releaseId, releaseId)));
  const rows = await tx
    .selectDistinct({ id: incidentLink.incidentId })
    .from(incidentLink)
    .where(
      and(
        eq(incidentLink.tenantId, actor.tenantId),
        inArray(incidentLink.kind, ["release", "manifest"]),
        inArray(incidentLink.targetId, [releaseId, ...revisions.map(({ id }) => id)]),
        isNull(incidentLink.removedAt),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Of incidents that affect the release's service, those that keep it from shipping. */
async function blockingIds(
  tx: Tx,
  found: FoundRelease,
  rows: readonly FoundIncident[],
  now: Date,
): Promise<Set<string>> {
  const { release } = found;
  if (release.endedAt || release.productionStartedAt) return new Set();
  const policy = (await policyInForce(tx, release.tenantId))?.policy ?? null;
  const waivers = await waiverFacts(tx, found);
  const blocking = rows.filter(({ incident: row }) =>
    blocksRelease({ incident: row, releaseId: release.id, policy, waivers, at: now }),
  );
  return new Set(blocking.map(({ incident: row }) => row.id));
}
