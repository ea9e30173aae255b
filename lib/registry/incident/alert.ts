import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { incident, incidentEntry } from "@/db/schema/incident";
import type { Actor } from "@/lib/core/access";
import { incidentReference, isOpen } from "@/lib/core/incident/model";
import { affectMore } from "./affect-more";
import { appendEntry, type NewEntry } from "./append-entry";
import { type Alert, pastInstant } from "./fields";
import { type IncidentRow, lockIncident } from "./find";
import { type IncidentScope, incidentRecord } from "./hold";
import { insertLink } from "./link";

type Service = { id: string; slug: string };

/** What an alert leaves on the timeline, at the time that it fired. */
const alertEntry = ({ source, key, firedAt, url, runbookUrl }: Alert, again = false): NewEntry => ({
  kind: "alert",
  at: new Date(firedAt),
  text: `${source} ${again ? "raised it again" : "raised an alert"}: ${key}`,
  evidenceUrl: url,
  data: { source, key, firedAt, ...(url ? { url } : {}), ...(runbookUrl ? { runbookUrl } : {}) },
});

/** What the alert of a new incident leaves: its entry, and its runbook where whoever responds finds it. */
export async function beginWithAlert(scope: IncidentScope, incidentId: string, alert: Alert): Promise<void> {
  await appendEntry(scope, incidentId, alertEntry(alert));
  if (!alert.runbookUrl) return;
  const label = `Runbook: ${alert.key}`.slice(0, 300);
  await insertLink(scope, incidentId, "url", { targetId: null, url: alert.runbookUrl, label });
}

/**
 * Notes an alert on the open incident that it began, or that this one was merged into; null where there is none. The
 * same firing again changes nothing. A service that it names and that was not affected is from then on.
 */
export async function noteAlertAgain(scope: IncidentScope, alert: Alert, services: readonly Service[]) {
  const { tx, actor, now } = scope;
  const row = await openIncidentOf(tx, actor, alert);
  if (!row) return null;
  pastInstant(alert.firedAt, now, "alert.firedAt");
  const value = { id: row.id, reference: incidentReference(row.number), duplicate: true };
  if (await isNoted(tx, row, alert)) return { value, record: "unchanged" as const };
  await appendEntry(scope, row.id, alertEntry(alert, true));
  await affectMore(scope, row, services);
  const others = services.map(({ id }) => id);
  return { value, record: incidentRecord(row, { alert, again: true }, others) };
}

/** The caller holds the tenant's lock, so that no other incident of the alert begins meanwhile. */
async function openIncidentOf(tx: Tx, actor: Actor, { source, key }: Alert): Promise<IncidentRow | null> {
  const shown = alias(incident, "shown");
  const [found] = await tx
    .select({ id: shown.id })
    .from(incident)
    .innerJoin(
      shown,
      and(eq(shown.tenantId, incident.tenantId), sql`${shown.id} = coalesce(${incident.mergedIntoId}, ${incident.id})`),
    )
    .where(
      and(
        eq(incident.tenantId, actor.tenantId),
        eq(incident.alertSource, source),
        eq(incident.alertKey, key),
        isNull(shown.resolvedAt),
      ),
    )
    .orderBy(desc(incident.declaredAt), desc(incident.id))
    .limit(1);
  if (!found) return null;
  const row = await lockIncident(tx, actor, found.id);
  return isOpen(row.state) ? row : null;
}

async function isNoted(tx: Tx, { tenantId, id }: IncidentRow, { source, key, firedAt }: Alert): Promise<boolean> {
  const [known] = await tx
    .select({ id: incidentEntry.id })
    .from(incidentEntry)
    .where(
      and(
        eq(incidentEntry.tenantId, tenantId),
        eq(incidentEntry.incidentId, id),
        eq(incidentEntry.kind, "alert"),
        eq(incidentEntry.at, new Date(firedAt)),
        sql`${incidentEntry.data} ->> 'source' = ${source} and ${incidentEntry.data} ->> 'key' = ${key}`,
      ),
    )
    .limit(1);
  return known !== undefined;
}
