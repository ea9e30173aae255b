import { and, desc, eq, isNull } from "drizzle-orm";
import { incident } from "@/db/schema/incident";
import type { Actor } from "@/lib/core/access";
import { incidentNumber, type Severity } from "@/lib/core/incident/model";
import { requireReach } from "../actor-columns";
import { type Page, type PageRequest, planPage } from "../keyset";
import { read } from "../read";
import { isRecordId } from "../record-id";
import { detailOf } from "./detail";
import { noSuchIncident } from "./fields";
import { type IncidentFilter, incidentConditions } from "./filter";
import { type FoundIncident, selectIncidents, summariesOf, withinReach } from "./summary";
import type { IncidentDetail, IncidentSummary } from "./view";

export type { IncidentFilter } from "./filter";

const PAGE_SIZE = 50;
const LARGEST_PAGE = 500;

/** Incidents, the latest declared first. */
export async function listIncidents(
  actor: Actor,
  filter: IncidentFilter,
  request: PageRequest & { size?: number } = {},
): Promise<Page<IncidentSummary> & { now: string }> {
  return read(actor, async (tx, now) => {
    const size = Math.min(request.size ?? PAGE_SIZE, LARGEST_PAGE);
    const plan = planPage<FoundIncident>(
      request,
      { at: incident.declaredAt, id: incident.id, order: "descending", size },
      ({ incident: row }) => ({ at: row.declaredAt, id: row.id }),
    );
    const rows = await selectIncidents(tx, actor, and(withinReach(actor), incidentConditions(filter), plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const page = plan.pageOf(rows);
    return { ...page, items: await summariesOf(tx, actor, page.items), now: now.toISOString() };
  });
}

const MOST_OPEN = 50;
const RANK: Record<Severity, number> = { sev1: 1, sev2: 2, sev3: 3 };

/** Every open incident, the most severe and then the latest first. */
export async function openIncidents(actor: Actor): Promise<{ items: IncidentSummary[]; now: string }> {
  return read(actor, async (tx, now) => {
    const rows = await selectIncidents(tx, actor, and(withinReach(actor), isNull(incident.resolvedAt)))
      .orderBy(incident.severity, desc(incident.declaredAt), desc(incident.id))
      .limit(MOST_OPEN);
    const items = await summariesOf(tx, actor, rows);
    items.sort((one, other) => RANK[one.severity] - RANK[other.severity]);
    return { items, now: now.toISOString() };
  });
}

/** One incident by its id or its reference (INC-7), with all that its page shows; or `not_found`. */
export async function incidentDetail(actor: Actor, idOrReference: string): Promise<IncidentDetail> {
  return read(actor, async (tx, now) => {
    const number = incidentNumber(idOrReference);
    if (number === null && !isRecordId(idOrReference)) throw noSuchIncident();
    const which = number === null ? eq(incident.id, idOrReference) : eq(incident.number, number);
    const [found] = await selectIncidents(tx, actor, which);
    if (!found) throw noSuchIncident();
    requireReach(actor, { serviceId: found.incident.serviceId });
    return detailOf(tx, actor, found, now);
  });
}
