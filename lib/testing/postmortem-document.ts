import type { PostmortemDocument } from "@/lib/core/incident/postmortem/model";

/** A postmortem as it comes from elsewhere: complete, and of an incident long over. */
export function importedDocument(change: Partial<PostmortemDocument> = {}): PostmortemDocument {
  return {
    incident: "OPS-41",
    title: "The pool of connections ran dry",
    service: "service-api",
    severity: "sev2",
    declared: "2020-03-01T10:05:00.000Z",
    started: "2020-03-01T09:58:00.000Z",
    detected: "2020-03-01T10:03:00.000Z",
    acknowledged: "2020-03-01T10:06:30.000Z",
    mitigated: null,
    resolved: "2020-03-01T11:00:00.000Z",
    commander: "Carla Commander",
    impact: "One request in five failed.\n\n- nobody lost data",
    relatedArtifacts: ["service-api 1.4"],
    timeline: [
      { offsetMinutes: 0, text: "Alert fired" },
      { offsetMinutes: 5, text: "Commander paged" },
    ],
    rootCause: ["The pool was too small.", "Nobody watched it."],
    mitigations: ["Restarted the workers."],
    followUps: [
      { id: "f1", action: "Watch the pool", owner: "Sam Reliable", dueOn: "2020-04-01", isDone: false },
      { id: "f2", action: "Raise the limit", owner: "Sam Reliable", dueOn: "2020-03-05", isDone: true },
    ],
    wentWell: ["The alert was quick."],
    wentBadly: [],
    gotLucky: ["It was Sunday."],
    ...change,
  };
}
