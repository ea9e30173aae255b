import type { Ids } from "./ids";

/** The rows of `commandTable` for the response to an incident. */
export function incidentRows(ids: Ids, service: string) {
  const incidentId = ids.incident;
  const role = "commander";
  return {
    "incident.acknowledge": ["incident:note", { incidentId }],
    "incident.move": ["incident:resolve", { incidentId, state: "mitigating" }],
    "incident.resolve": ["incident:resolve", { incidentId }],
    "incident.reopen": ["incident:command", { incidentId, reason: "It is back." }],
    "incident.close": ["incident:command", { incidentId }],
    "incident.take-role": ["incident:command", { incidentId, role }],
    "incident.hand-over-role": ["incident:command", { incidentId, role, personId: ids.colleague }],
    "incident.leave-role": ["incident:command", { incidentId, role }],
    "incident.change-severity": ["incident:command", { incidentId, severity: "sev2", reason: "Half of it works." }],
    "incident.describe": ["incident:command", { incidentId, impact: "Nobody can pay." }],
    "incident.set-affected-services": ["incident:command", { incidentId, services: [service] }],
    "incident.merge": ["incident:command", { incidentId, intoId: ids.otherIncident }],
    "incident.link": ["incident:note", { incidentId, kind: "rehearsal", targetId: ids.rehearsal }],
    "incident.unlink": ["incident:note", { incidentId, linkId: ids.incidentLink }],
    "incident.attribute": [
      "incident:command",
      { incidentId, releaseId: ids.release, reason: "It began with the rollout." },
    ],
  } as const;
}
