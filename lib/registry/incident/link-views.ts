import { and, asc, eq, inArray, isNull, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decision } from "@/db/schema/decision";
import { incident, incidentLink } from "@/db/schema/incident";
import { manifest } from "@/db/schema/release";
import { incidentReference, type LinkKind } from "@/lib/core/incident/model";
import type { IncidentLinkView } from "./view";

type Place = { id: string; releaseId: string };
const PAGES: Record<Exclude<LinkKind, "url">, (place: Place) => string> = {
  release: ({ id }) => `/releases/${id}`,
  scorecard: ({ id }) => `/scorecards/${id}`,
  manifest: ({ releaseId }) => `/releases/${releaseId}#manifest`,
  decision: ({ id, releaseId }) => `/releases/${releaseId}/decisions/${id}`,
  waiver: ({ id }) => `/waivers/${id}`,
  rehearsal: ({ id }) => `/rehearsals/${id}`,
  deployment: ({ id }) => `/deployments/${id}`,
  incident: ({ id }) => `/incidents/${id}`,
};

/** Links of an incident and of what was merged into it, then the incidents that link to them; the same record once. */
export async function linksOf(tx: Tx, tenantId: string, incidentIds: string[]): Promise<IncidentLinkView[]> {
  const views = [...(await ownLinks(tx, tenantId, incidentIds)), ...(await linksFrom(tx, tenantId, incidentIds))];
  const seen = new Set<string>();
  return views.filter(({ kind, href, label }) => {
    // Revisions of one manifest have one page.
    const same = kind === "manifest" ? `${href} ${label}` : href;
    const isNew = !seen.has(same);
    seen.add(same);
    return isNew;
  });
}

async function ownLinks(tx: Tx, tenantId: string, incidentIds: string[]): Promise<IncidentLinkView[]> {
  const rows = await tx
    .select({
      link: incidentLink,
      releaseId: sql<string | null>`coalesce(${decision.releaseId}, ${manifest.releaseId})`,
    })
    .from(incidentLink)
    .leftJoin(decision, and(eq(decision.tenantId, incidentLink.tenantId), eq(decision.id, incidentLink.targetId)))
    .leftJoin(manifest, and(eq(manifest.tenantId, incidentLink.tenantId), eq(manifest.id, incidentLink.targetId)))
    .where(
      and(
        eq(incidentLink.tenantId, tenantId),
        inArray(incidentLink.incidentId, incidentIds),
        isNull(incidentLink.removedAt),
      ),
    )
    .orderBy(asc(incidentLink.addedAt), asc(incidentLink.id));
  return rows
    .filter(({ link: { incidentId, targetId } }) => {
      // A duplicate that points to what it was merged into says nothing new.
      return incidentId === incidentIds[0] || !targetId || !incidentIds.includes(targetId);
    })
    .map(({ link, releaseId }) => ({ ...viewOf(link), label: link.label, href: hrefOf(link, releaseId) }));
}

async function linksFrom(tx: Tx, tenantId: string, incidentIds: string[]): Promise<IncidentLinkView[]> {
  const rows = await tx
    .select({ link: incidentLink, number: incident.number, title: incident.title })
    .from(incidentLink)
    .innerJoin(incident, and(eq(incident.tenantId, incidentLink.tenantId), eq(incident.id, incidentLink.incidentId)))
    .where(
      and(
        eq(incidentLink.tenantId, tenantId),
        eq(incidentLink.kind, "incident"),
        inArray(incidentLink.targetId, incidentIds),
        notInArray(incidentLink.incidentId, incidentIds),
        isNull(incidentLink.removedAt),
      ),
    )
    .orderBy(asc(incidentLink.addedAt), asc(incidentLink.id));
  return rows.map(({ link, number, title }) => ({
    ...viewOf(link),
    ...{ label: `${incidentReference(number)} ${title}`, href: `/incidents/${link.incidentId}` },
  }));
}

const viewOf = ({ id, incidentId, kind, byName, addedAt }: typeof incidentLink.$inferSelect) => ({
  ...{ id, incidentId, kind, addedBy: byName, addedAt: addedAt.toISOString() },
});

function hrefOf({ kind, targetId, url }: typeof incidentLink.$inferSelect, releaseId: string | null): string {
  if (kind === "url") return url ?? "";
  return PAGES[kind]({ id: targetId ?? "", releaseId: releaseId ?? "" });
}
