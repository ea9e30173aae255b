import { declareIncident } from "@/lib/registry/incident/declare";
import { noteIncident } from "@/lib/registry/incident/timeline/note";
import type { ReadyCalls, ReadyPlace } from "./ready-calls";

/** An incident that nobody merges, with two notes: one to correct and one to pin. */
export async function readyTimeline({ tenant, caller: actor }: ReadyPlace): Promise<ReadyCalls> {
  const { slug: service } = tenant.service;
  const { id: incidentId } = await declareIncident({ actor }, { service, severity: "sev3", title: "It is slow" });
  const note = (text: string) => noteIncident({ actor }, { incidentId, text });
  const [wrong, important] = [await note("The cache is ful."), await note("The cache was emptied.")];
  return {
    "incident.note": { change: { incidentId } },
    "incident.correct-entry": { change: { incidentId, entryId: wrong.id } },
    "incident.pin-entry": { change: { incidentId, entryId: important.id } },
  };
}
