import { z } from "zod";
import { ENDED_STATES, LINK_KINDS, RESPONSE_ROLES, SEVERITIES } from "@/lib/core/incident/model";

const instant = z.iso.datetime();
const named = z.strictObject({ id: z.uuid(), reference: z.string() });
export const anyState = z.enum(ENDED_STATES);
export const severity = z.enum(SEVERITIES);

export const declaredIncident = z.strictObject({
  id: z.uuid(),
  reference: z.string().describe("What people call it, such as INC-7"),
  duplicate: z.boolean().describe("True: its alert had an open incident already, on which it was noted"),
});

export const incidentSummary = z.strictObject({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  severity,
  state: anyState.describe("`merged`: ended as the duplicate that `mergedInto` names"),
  service: z.string().describe("The service that it was declared on"),
  services: z.array(z.string()).describe("Every service that it affects, that one included"),
  commander: z.string().nullable(),
  declaredAt: instant,
  detectedAt: instant.describe("The alert, else the declaration; its clock runs from here"),
  resolvedAt: instant.nullable(),
  mergedInto: named.nullable(),
});

export const incidentPage = z.strictObject({ items: z.array(incidentSummary), nextCursor: z.string().nullable() });

const holding = z.strictObject({
  role: z.enum(RESPONSE_ROLES),
  personId: z.uuid(),
  name: z.string(),
  since: instant,
  until: instant.nullable().describe("Null: still held"),
});

const link = z.strictObject({
  id: z.uuid(),
  incidentId: z
    .uuid()
    .describe("This incident, a duplicate that was merged into it, or another that links to this one"),
  kind: z.enum(LINK_KINDS),
  label: z.string(),
  href: z.string().describe("A page of Readiness, or an address elsewhere"),
  addedBy: z.string(),
  addedAt: instant,
});

const told = z.strictObject({
  recipientId: z.string().describe("Of the person or the channel"),
  recipient: z.string(),
  kind: z.enum(["person", "channel"]),
  state: z.enum(["pending", "held", "sent", "failed"]),
  at: instant,
  sentAt: instant.nullable(),
  acknowledgedAt: instant.nullable(),
});

const suspect = z.strictObject({
  releaseId: z.uuid(),
  service: z.string(),
  environment: z.string(),
  version: z.string(),
  stage: z.string(),
  rolledOutAt: instant.describe("When its rollout began or ended, whichever is known last before the incident"),
  minutesBefore: z.int(),
  isDeclaredService: z.boolean(),
  rollbackPlan: z.string().nullable(),
  rollbackTo: z.string().nullable(),
  signatures: z.array(
    z.strictObject({ name: z.string(), role: z.string(), decision: z.enum(["approve", "reject"]), at: instant }),
  ),
  isCause: z.boolean().describe("A person has said that it is the cause"),
});

export const incidentDetail = incidentSummary.extend({
  impact: z.string(),
  alert: z.strictObject({ source: z.string(), key: z.string() }).nullable(),
  startedAt: instant.nullable().describe("When the harm began, as far as known"),
  acknowledgedAt: instant.nullable(),
  mitigatedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  closedAt: instant.nullable(),
  nextUpdateAt: instant.nullable().describe("When the next update is owed"),
  declaredBy: z.string(),
  roles: z.array(holding).describe("Held now"),
  roleHistory: z.array(holding),
  duplicates: z.array(named.extend({ title: z.string() })),
  cause: z.strictObject({ releaseId: z.uuid(), service: z.string(), version: z.string() }).nullable(),
  links: z.array(link),
  told: z.array(told).describe("Who was told, and who said that they are on it"),
  acknowledgements: z
    .array(z.strictObject({ byId: z.string(), name: z.string(), at: instant }))
    .describe("Who said that they are on it, told or not"),
  suspects: z.array(suspect).describe("Releases that may have caused it, the likeliest first"),
  blocks: z
    .array(z.strictObject({ releaseId: z.uuid(), service: z.string(), environment: z.string(), version: z.string() }))
    .describe("Releases that it keeps from shipping right now"),
  postmortemRequired: z.boolean(),
  lastSequence: z.int().describe("Place of the last entry on its timeline"),
  now: instant,
});

export const acknowledged = z.strictObject({ id: z.uuid(), state: anyState, acknowledgedAt: instant.nullable() });
export const moved = z.strictObject({ id: z.uuid(), state: anyState });
export const resolved = z.strictObject({ id: z.uuid(), resolvedAt: instant });
