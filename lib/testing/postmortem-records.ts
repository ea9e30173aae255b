import type { Actor, PersonActor } from "@/lib/core/access";
import type { PostmortemContent } from "@/lib/core/incident/postmortem/model";
import { declareIncident } from "@/lib/registry/incident/declare";
import { resolveIncident } from "@/lib/registry/incident/resolve";
import { answerReview } from "@/lib/registry/postmortem/answer-review";
import { beginPostmortem } from "@/lib/registry/postmortem/begin";
import { completePostmortem } from "@/lib/registry/postmortem/complete";
import { publishPostmortem } from "@/lib/registry/postmortem/publish";
import { savePostmortem } from "@/lib/registry/postmortem/save";
import { newPerson, type TestTenant } from "./tenant";

type When = { clock?: () => Date };

/** What a postmortem has to say before it can be published. */
export const enoughContent: Partial<PostmortemContent> = {
  impact: "Nobody could pay.",
  rootCause: ["The pool was too small.", "Nobody watched it."],
  mitigations: ["Restarted the workers."],
};

/** An incident that is over, with the draft of its postmortem at revision 1. */
export async function begunPostmortem(actor: Actor, service: string, when: When = {}): Promise<string> {
  const said = { service, severity: "sev1", title: "The pool ran dry" };
  const { id: incidentId } = await declareIncident({ actor, ...when }, said);
  await resolveIncident({ actor, ...when }, { incidentId });
  await beginPostmortem({ actor, ...when }, { incidentId });
  return incidentId;
}

/** The same with all that is needed for publishing, written by the actor: revision 2. */
export async function writtenPostmortem(actor: Actor, service: string, when: When = {}): Promise<string> {
  const incidentId = await begunPostmortem(actor, service, when);
  await savePostmortem({ actor, ...when }, { incidentId, basedOn: 1, fields: enoughContent });
  return incidentId;
}

/** Published by one person and approved by another. */
export async function approvedPostmortem(
  { publisher, reviewer }: Record<"publisher" | "reviewer", PersonActor>,
  service: string,
  when: When = {},
): Promise<string> {
  const incidentId = await writtenPostmortem(publisher, service, when);
  await publishPostmortem({ actor: publisher, ...when }, { incidentId, revision: 2 });
  await answerReview({ actor: reviewer, ...when }, { incidentId, answer: "approve", revision: 2 });
  return incidentId;
}

/** A completed postmortem. */
export async function postmortemRecords(tenant: TestTenant, service: string) {
  const publisher = await newPerson(tenant, ["incident-commander"]);
  const reviewer = await newPerson(tenant, ["engineer"]);
  const incidentId = await approvedPostmortem({ publisher, reviewer }, service);
  await completePostmortem({ actor: publisher }, { incidentId });
  return { postmortemIncident: incidentId };
}
