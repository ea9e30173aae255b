import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { incident } from "@/db/schema/incident";
import { incidentReference, SEVERITIES, SEVERITY_WORDS } from "@/lib/core/incident/model";
import { nextUpdateAt } from "@/lib/core/incident/update-timer";
import { instantText } from "@/lib/core/instant";
import { doneByColumns } from "../actor-columns";
import { serviceBySlug } from "../catalog";
import { type CommandScope, command } from "../command";
import { newId } from "../id";
import { currentIncidentPolicy } from "../incident-policy/current";
import { beginWithAlert, noteAlertAgain } from "./alert";
import { appendEntry } from "./append-entry";
import { alertFields, impactText, pastInstant, slugs, titleText } from "./fields";
import { type IncidentScope, incidentRecord } from "./hold";
import { lockIncidents } from "./numbers";
import { beginRole, requireCommand } from "./role";
import { affect } from "./services";
import { tellDeclared } from "./tell";

const input = z.strictObject({
  service: z.string(),
  severity: z.enum(SEVERITIES),
  title: titleText,
  impact: impactText.default(""),
  /** Slugs of other services that it affects. */
  affectedServices: slugs.default([]),
  /** When the harm began, as far as known. */
  startedAt: instantText.optional(),
  alert: alertFields.optional(),
  /** Whoever declares it commands it too. */
  takeCommand: z.boolean().default(false),
});
type Input = z.output<typeof input>;

/**
 * Declares an incident on a service. An open Sev1 blocks the gate of every service that it affects. An alert whose
 * incident is open is noted on that one instead: `duplicate`.
 */
export const declareIncident = command({
  name: "incident.declare",
  permission: "incident:declare",
  input,
  async run(command, request) {
    const { tx, actor } = command;
    if (request.takeCommand) requireCommand(actor);
    const services = await namedServices(command, request);
    await lockIncidents(tx, actor.tenantId);
    const scope = { tx, actor, now: await command.readClock() };
    if (request.alert) {
      const again = await noteAlertAgain(scope, request.alert, services);
      if (again) return again;
    }
    const row = await insertIncident(scope, request, services);
    const reference = incidentReference(row.number);
    return {
      value: { id: row.id, reference, duplicate: false },
      record: incidentRecord(
        row,
        { ...request },
        services.map(({ id }) => id),
      ),
    };
  },
});

export type Service = { id: string; slug: string };

async function namedServices({ tx, actor }: CommandScope, { service, affectedServices }: Input) {
  const declared = await serviceBySlug(tx, actor, service);
  const services: [Service, ...Service[]] = [declared];
  for (const slug of new Set(affectedServices)) {
    if (slug !== service) services.push(await serviceBySlug(tx, actor, slug));
  }
  return services;
}

async function insertIncident(scope: IncidentScope, request: Input, services: [Service, ...Service[]]) {
  const { tx, actor, now } = scope;
  const { severity, title, impact, alert } = request;
  const { policy } = await currentIncidentPolicy(tx, actor.tenantId);
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${incident.number}), 0)` })
    .from(incident)
    .where(eq(incident.tenantId, actor.tenantId));
  const row = {
    ...{ tenantId: actor.tenantId, id: newId(now), number: (last?.number ?? 0) + 1, serviceId: services[0].id },
    ...{ severity, title, impact, alertSource: alert?.source ?? null, alertKey: alert?.key ?? null },
    startedAt: request.startedAt ? pastInstant(request.startedAt, now, "startedAt") : null,
    detectedAt: alert ? pastInstant(alert.firedAt, now, "alert.firedAt") : now,
    declaredAt: now,
    nextUpdateAt: nextUpdateAt(severity, policy, now),
    ...doneByColumns(actor),
  };
  const [inserted] = await tx.insert(incident).values(row).returning();
  if (!inserted) throw new Error("the incident was not inserted");
  await affect(tx, inserted, services);
  if (alert) await beginWithAlert(scope, row.id, alert);
  const text = `Declared as ${SEVERITY_WORDS[severity]} on ${services.map(({ slug }) => slug).join(", ")}.`;
  await appendEntry(scope, row.id, { kind: "state", text, data: { from: null, to: "declared" } });
  await tellDeclared(scope, inserted, services.map(({ slug }) => slug).join(", "));
  if (request.takeCommand) await beginRole(scope, row.id, "commander", requireCommand(actor));
  return inserted;
}
