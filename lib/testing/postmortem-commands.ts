import { renderPostmortem } from "@/lib/core/incident/postmortem/render";
import type { Ids } from "./ids";
import { importedDocument } from "./postmortem-document";

/** The rows of `commandTable` for postmortems. */
export function postmortemRows({ postmortemIncident: incidentId, person }: Ids, service: string) {
  const fields = { rootCause: ["Nobody watched the pool."] };
  const markdown = renderPostmortem(importedDocument({ service }));
  return {
    "postmortem.begin": ["postmortem:write", { incidentId }],
    "postmortem.save": ["postmortem:write", { incidentId, basedOn: 1, fields }],
    "postmortem.put": ["postmortem:write", { incidentId, basedOn: 1, fields }],
    "postmortem.request-review": ["postmortem:write", { incidentId, reviewerIds: [person] }],
    "postmortem.review": ["postmortem:write", { incidentId, answer: "approve", revision: 1 }],
    "postmortem.publish": ["postmortem:publish", { incidentId, revision: 1 }],
    "postmortem.complete": ["postmortem:publish", { incidentId }],
    "postmortem.amend": ["postmortem:write", { incidentId, reason: "The cause was another one." }],
    "postmortem.import": ["postmortem:write", { markdown }],
  } as const;
}
