import type { ServiceSlug } from "../catalogue";
import type { IncidentPlan } from "./plan";
import { POOL } from "./postmortems";

/** What a release's rollback was for. */
export const rollbackIncident = (service: ServiceSlug): IncidentPlan => ({
  ...{ service, severity: "sev2", startedBefore: 14, alert: { key: `${service}/timeouts`, firedBefore: 6 } },
  title: "Requests time out after the connection pool was resized",
  impact: "One request in nine timed out for 28 minutes.",
  declaredBy: "priya",
  steps: [
    { after: 2, by: "priya", do: "acknowledge" },
    { after: 1, by: "rafael", do: "take", role: "commander" },
    { after: 4, by: "priya", do: "note", text: "The pool is exhausted on every replica.", pinned: true },
    { after: 2, by: "rafael", do: "attribute" },
    { after: 1, by: "rafael", do: "mitigating", note: "Rolling back by the runbook." },
    { after: 4, by: "priya", do: "roll-back" },
    { after: 5, by: "priya", do: "mitigated" },
    { after: 33, by: "rafael", do: "resolve" },
  ],
  postmortem: POOL,
});
