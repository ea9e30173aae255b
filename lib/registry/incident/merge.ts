import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { incident, incidentRole } from "@/db/schema/incident";
import { DomainError, invalid } from "@/lib/core/errors";
import { incidentReference, SEVERITY_WORDS, worstOf } from "@/lib/core/incident/model";
import { type CommandScope, command } from "../command";
import { affectMore } from "./affect-more";
import { appendEntry } from "./append-entry";
import { noteText } from "./fields";
import { type IncidentRow, incidentKey, lockOpenIncident } from "./find";
import { type IncidentScope, incidentRecord } from "./hold";
import { lockIncidents } from "./numbers";
import { endHolding } from "./role";
import { affectedServices } from "./services";
import { stepLocked } from "./step";
import { tellDeclared } from "./tell";

/**
 * Ends an open incident as the duplicate of another open one, which takes over the worse severity, every affected
 * service and the earlier beginning: a gate that the duplicate blocked stays blocked. What was merged into the duplicate
 * is from then on a duplicate of the other, so that there are no chains and no circles.
 */
export const mergeIncident = command({
  name: "incident.merge",
  permission: "incident:command",
  input: z.strictObject({ incidentId: z.uuid(), intoId: z.uuid(), note: noteText.optional() }),
  async run(command, { incidentId, intoId, note }) {
    if (incidentId === intoId) throw invalid("intoId", "is the same incident");
    const { duplicate, target, scope } = await lockBoth(command, incidentId, intoId);
    const [from, into] = [incidentReference(duplicate.number), incidentReference(target.number)];
    await stepLocked(scope, duplicate, "merge", {
      ...{ text: `Merged into ${into} as a duplicate.`, note, kind: "merge" },
      data: { incident: target.id, reference: into, direction: "into" },
      also: { mergedIntoId: target.id },
    });
    await endRoles(scope, duplicate);
    await passOnDuplicates(scope, duplicate, target);
    const text = [`${from} “${duplicate.title}” was merged into this one.`, note].filter(Boolean).join(" ");
    const data = { incident: duplicate.id, reference: from, direction: "from" };
    await appendEntry(scope, target.id, { kind: "merge", text, data });
    const taken = await takeOver(scope, duplicate, target);
    const subjects = [target.id, ...taken.services.map(({ id }) => id)];
    const slugs = taken.services.map(({ slug }) => slug);
    return {
      value: { id: duplicate.id, mergedInto: { id: target.id, reference: into } },
      record: incidentRecord(
        duplicate,
        { into: target.id, intoReference: into, severity: taken.severity, services: slugs, note: note ?? null },
        subjects,
      ),
    };
  },
});

/** Merges happen one after the other, and lock in the order of ids: no two wait for each other. */
async function lockBoth({ tx, actor, readClock }: CommandScope, incidentId: string, intoId: string) {
  await lockIncidents(tx, actor.tenantId);
  const rows = new Map<string, IncidentRow>();
  for (const id of [incidentId, intoId].sort()) rows.set(id, await lockForMerge(tx, actor, id, id === intoId));
  const [duplicate, target] = [rows.get(incidentId), rows.get(intoId)];
  if (!duplicate || !target) throw new DomainError("not_found", "There is no such incident.");
  const scope: IncidentScope = { tx, actor, now: await readClock() };
  return { duplicate, target, scope };
}

async function lockForMerge(tx: IncidentScope["tx"], actor: IncidentScope["actor"], id: string, isTarget: boolean) {
  try {
    return await lockOpenIncident(tx, actor, id);
  } catch (error) {
    if (!isTarget || !(error instanceof DomainError) || error.code !== "conflict") throw error;
    throw new DomainError(
      "conflict",
      `${error.message.replace("This incident", "The other incident")} Merge only into an open one.`,
    );
  }
}

async function endRoles({ tx, now }: IncidentScope, { tenantId, id }: IncidentRow): Promise<void> {
  const held = await tx
    .select()
    .from(incidentRole)
    .where(and(eq(incidentRole.tenantId, tenantId), eq(incidentRole.incidentId, id), isNull(incidentRole.until)));
  for (const holding of held) await endHolding(tx, holding, now);
}

async function passOnDuplicates({ tx }: IncidentScope, duplicate: IncidentRow, target: IncidentRow): Promise<void> {
  await tx
    .update(incident)
    .set({ mergedIntoId: target.id })
    .where(and(eq(incident.tenantId, duplicate.tenantId), eq(incident.mergedIntoId, duplicate.id)));
}

/** What the target takes from its duplicate, each change with its own entry. Gives what it is then. */
async function takeOver(scope: IncidentScope, duplicate: IncidentRow, target: IncidentRow) {
  const { tx, actor } = scope;
  await affectMore(scope, target, await affectedServices(tx, duplicate));
  const services = await affectedServices(tx, target);
  const severity = worstOf(duplicate.severity, target.severity);
  const changes = {
    severity,
    startedAt: earlier(target.startedAt, duplicate.startedAt),
    nextUpdateAt: earlier(target.nextUpdateAt, duplicate.nextUpdateAt),
  };
  await tx.update(incident).set(changes).where(incidentKey(actor, target.id));
  if (severity !== target.severity) {
    const text = `${SEVERITY_WORDS[target.severity]} → ${SEVERITY_WORDS[severity]}, as its duplicate was.`;
    await appendEntry(scope, target.id, { kind: "severity", text, data: { from: target.severity, to: severity } });
    await tellDeclared(scope, { ...target, severity }, services.map(({ slug }) => slug).join(", "));
  }
  return { severity, services };
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
}
