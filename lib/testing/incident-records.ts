import type { Actor, PersonActor } from "@/lib/core/access";
import { declareIncident } from "@/lib/registry/incident/declare";
import { linkIncident } from "@/lib/registry/incident/link";
import { takeRole } from "@/lib/registry/incident/take-role";
import { noteIncident } from "@/lib/registry/incident/timeline/note";
import { newPerson, type TestTenant } from "./tenant";

type Place = { actor: Actor; service: string; release: string };

/** A Sev1 on a service, declared by an engineer, with a commander, a note and a linked release; and another incident. */
export async function incidentRecords(tenant: TestTenant, { actor, service, release }: Place) {
  const engineer: PersonActor = await newPerson(tenant, ["engineer"]);
  const commander = await newPerson(tenant, ["incident-commander"], "Ines Commander");
  const sev1 = { service, severity: "sev1", title: "All is down" };
  const { id: incident } = await declareIncident({ actor: engineer }, sev1);
  const { id: otherIncident } = await declareIncident({ actor }, { ...sev1, severity: "sev3", title: "It is slow" });
  await takeRole({ actor: commander }, { incidentId: incident, role: "commander" });
  const note = await noteIncident({ actor }, { incidentId: incident, text: "The workers are stuck." });
  const link = { incidentId: incident, kind: "release", targetId: release };
  const { id: incidentLink } = await linkIncident({ actor: commander }, link);
  return { incident, otherIncident, incidentEntry: note.id, incidentLink };
}
