import { z } from "zod";
import { sha256Text } from "@/lib/core/digest";
import { SEVERITIES } from "@/lib/core/incident/model";
import { POSTMORTEM_STATES } from "@/lib/core/incident/postmortem/standing";

const instant = z.iso.datetime();
const deadline = z.enum(["not-due", "due", "overdue", "done-in-time", "done-late"]);
const list = z.array(z.string());

/** `incident.md` as JSON: the playbook's template field by field, then what it leaves out. */
export const postmortemDocument = z.strictObject({
  incident: z.string().describe("What the document calls its incident, such as INC-7"),
  title: z.string(),
  service: z.string(),
  severity: z.enum(SEVERITIES).nullable(),
  declared: instant.nullable(),
  started: instant.nullable(),
  detected: instant.nullable(),
  acknowledged: instant.nullable(),
  mitigated: instant.nullable(),
  resolved: instant.nullable(),
  commander: z.string(),
  impact: z.string(),
  relatedArtifacts: list,
  timeline: z.array(z.strictObject({ offsetMinutes: z.int().nullable(), text: z.string() })),
  rootCause: list.describe("Every factor that contributed"),
  mitigations: list,
  followUps: z.array(
    z.strictObject({
      id: z.string().describe("Names it within its postmortem for good"),
      action: z.string(),
      owner: z.string(),
      dueOn: z.iso.date().nullable().describe("The last day on which it is in time, in UTC"),
      isDone: z.boolean(),
    }),
  ),
  wentWell: list,
  wentBadly: list,
  gotLucky: list,
});

export const postmortemAnswer = z.strictObject({
  incidentId: z.uuid(),
  reference: z.string(),
  state: z.enum(POSTMORTEM_STATES).describe("Of what was published and completed since the latest resolution"),
  publishedAt: instant.nullable(),
  completedAt: instant.nullable(),
  deadlines: z
    .strictObject({ publishBy: instant, completeBy: instant, publish: deadline, complete: deadline })
    .nullable()
    .describe("Null: none is owed now"),
  now: instant,
  version: z.int().nullable().describe("Null: a draft"),
  revision: z.int().describe("Of the last save of any field: what a change is `basedOn`"),
  document: postmortemDocument,
  markdown: z.string().describe("`incident.md`, byte by byte"),
  digest: sha256Text.describe("SHA-256 of `markdown`"),
  json: z.string().describe("`document` in its RFC 8785 form"),
  jsonDigest: sha256Text.describe("SHA-256 of `json`"),
});

export const saveAnswer = z.strictObject({
  outcome: z.enum(["saved", "unchanged", "conflict"]),
  revision: z.int(),
  conflicts: z.array(z.looseObject({ field: z.string() })),
});

export const importAnswer = z.strictObject({
  incidentId: z.uuid(),
  reference: z.string(),
  duplicate: z.boolean().describe("True: exactly this document is here already"),
  digest: sha256Text.describe("SHA-256 of its `incident.md`"),
});
