import { renderPostmortem } from "@/lib/core/incident/postmortem/render";
import { declareIncident } from "@/lib/registry/incident/declare";
import { publishPostmortem } from "@/lib/registry/postmortem/publish";
import { importedDocument } from "./postmortem-document";
import { approvedPostmortem, begunPostmortem, writtenPostmortem } from "./postmortem-records";
import type { ReadyCalls, ReadyPlace } from "./ready-calls";
import { newPerson } from "./tenant";

/** A postmortem for each command, in the state in which it succeeds. */
export async function readyPostmortem({ tenant, caller }: ReadyPlace): Promise<ReadyCalls> {
  const { slug: service } = tenant.service;
  const reviewer = await newPerson(tenant, ["engineer"]);
  const said = { service, severity: "sev3", title: "It is slow" };
  const { id: fresh } = await declareIncident({ actor: caller }, said);
  const written = await writtenPostmortem(caller, service);
  const amended = await writtenPostmortem(caller, service);
  await publishPostmortem({ actor: caller }, { incidentId: amended, revision: 2 });
  const asked = { incidentId: await begunPostmortem(caller, service) };
  return {
    "postmortem.begin": { change: { incidentId: fresh } },
    "postmortem.save": { change: { incidentId: await begunPostmortem(caller, service) } },
    "postmortem.put": { change: { incidentId: await begunPostmortem(caller, service) } },
    "postmortem.request-review": { change: { ...asked, reviewerIds: [reviewer.id] } },
    "postmortem.review": { change: asked },
    "postmortem.publish": { change: { incidentId: written, revision: 2 } },
    "postmortem.complete": {
      change: { incidentId: await approvedPostmortem({ publisher: caller, reviewer }, service) },
    },
    "postmortem.amend": { change: { incidentId: amended } },
    "postmortem.import": { change: { markdown: renderPostmortem(importedDocument({ service })) } },
  };
}
