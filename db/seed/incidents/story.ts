import { and, desc, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { release } from "@/db/schema/release";
import type { Context } from "@/lib/registry/command";
import { acknowledgeIncident } from "@/lib/registry/incident/acknowledge";
import { attributeIncident } from "@/lib/registry/incident/attribute";
import { changeSeverity } from "@/lib/registry/incident/change-severity";
import { declareIncident } from "@/lib/registry/incident/declare";
import { handOverRole } from "@/lib/registry/incident/hand-over-role";
import { moveIncident } from "@/lib/registry/incident/move";
import { resolveIncident } from "@/lib/registry/incident/resolve";
import { takeRole } from "@/lib/registry/incident/take-role";
import { correctEntry } from "@/lib/registry/incident/timeline/correct";
import { noteIncident } from "@/lib/registry/incident/timeline/note";
import { pinEntry } from "@/lib/registry/incident/timeline/pin";
import type { ServiceSlug } from "../catalogue";
import type { Story } from "../story";
import { MINUTE, plus } from "../time";
import { doneAt, type World } from "../world";
import type { IncidentPlan, IncidentStep } from "./plan";
import { postmortemStory } from "./postmortem-story";

/** The release that it came with, where one did. */
export type Culprit = { releaseId: string; rollBack(at: Date): Promise<void> };
type Around = { culprit?: Culprit; onDeclared?(incidentId: string): void };
type Course = { world: World; plan: IncidentPlan; incidentId: string; lastNote: string | null; culprit?: Culprit };

/** One incident from its declaration at `declaredAt` through all that its plan says. */
export async function* incidentStory(world: World, plan: IncidentPlan, declaredAt: Date, around: Around = {}): Story {
  let at = declaredAt;
  yield at;
  const incidentId = await declared(world, plan, at);
  around.onDeclared?.(incidentId);
  const course: Course = { world, plan, incidentId, lastNote: null, culprit: around.culprit };
  for (const step of plan.steps) {
    at = plus(at, step.after * MINUTE);
    yield at;
    await done(course, step, at);
  }
  if (plan.postmortem) yield* postmortemStory(world, plan.postmortem, { incidentId, resolvedAt: at });
}

async function declared(world: World, plan: IncidentPlan, at: Date): Promise<string> {
  const { service, severity, title, impact, affected = [], startedBefore, alert, declaredBy } = plan;
  const fired = alert && { source: "monitoring", key: alert.key, firedAt: before(at, alert.firedBefore) };
  const { id } = await declareIncident(doneAt(world.people[declaredBy], at), {
    ...{ service, severity, title, impact, affectedServices: affected, startedAt: before(at, startedBefore) },
    ...(fired ? { alert: fired } : {}),
  });
  return id;
}

const before = (at: Date, minutes: number) => plus(at, -minutes * MINUTE).toISOString();

async function done(course: Course, step: IncidentStep, at: Date): Promise<void> {
  const { world, incidentId, culprit } = course;
  const context = doneAt(world.people[step.by], at);
  switch (step.do) {
    case "acknowledge":
      return void (await acknowledgeIncident(context, { incidentId }));
    case "take":
      return void (await takeRole(context, { incidentId, role: step.role }));
    case "hand-over":
      return void (await handOverRole(context, { incidentId, role: step.role, personId: world.people[step.to].id }));
    case "note":
    case "update":
    case "correct":
      return written(course, step, context);
    case "severity":
      return void (await changeSeverity(context, { incidentId, severity: step.severity, reason: step.reason }));
    case "resolve":
      return void (await resolveIncident(context, { incidentId, note: step.note }));
    case "roll-back":
      return culprit?.rollBack(at);
    case "attribute":
      return attributed(course, context);
    default:
      return void (await moveIncident(context, { incidentId, state: step.do, note: step.note }));
  }
}

type Writing = Extract<IncidentStep, { do: "note" | "update" | "correct" }>;

async function written(course: Course, step: Writing, context: Context): Promise<void> {
  const { incidentId, lastNote } = course;
  if (step.do === "correct") {
    if (lastNote) await correctEntry(context, { incidentId, entryId: lastNote, text: step.text });
    return;
  }
  const { do: kind, text, evidenceUrl, pinned } = step;
  const { id } = await noteIncident(context, { incidentId, kind, text, evidenceUrl });
  course.lastNote = id;
  if (pinned) await pinEntry(context, { incidentId, entryId: id, pinned });
}

/** To the release it came with, or to the last one of the service that went to production. */
async function attributed({ world, incidentId, culprit, plan }: Course, context: Context): Promise<void> {
  const releaseId = culprit?.releaseId ?? (await lastShipped(world, plan.service));
  const reason = "The trouble began with its rollout, and nothing else changed that day.";
  await attributeIncident(context, { incidentId, releaseId, reason });
}

async function lastShipped({ tenantId, services, now }: World, slug: ServiceSlug): Promise<string> {
  const [shipped] = await transaction({ tenantId }, (tx) =>
    tx
      .select({ id: release.id })
      .from(release)
      .where(and(eq(release.serviceId, services[slug]), eq(release.stage, "archived")))
      .orderBy(desc(release.createdAt))
      .limit(1),
  );
  if (!shipped) throw new Error(`${slug} has shipped nothing before ${now.toISOString()}`);
  return shipped.id;
}
