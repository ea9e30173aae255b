import { z } from "zod";
import { CHECKLIST_ITEMS, ITEM_STATES } from "@/lib/core/checklist/item";
import { sha256Text } from "@/lib/core/digest";
import { instantText } from "@/lib/core/instant";
import { manifestExport } from "@/lib/core/manifest/export";
import { manifestContent } from "@/lib/core/manifest/schema";
import { WINDOW_STATES } from "@/lib/core/post-release/window";
import { STAGE_STATUSES, STAGES } from "@/lib/core/release/stages";
import { verdictWord } from "./gate-schemas";

export const standingVerdict = z
  .enum([...verdictWord.options, "unknown"])
  .describe("What the last stored decision is still worth; `unknown`: never judged, or a go too old to rely on");

export const createdRelease = z.strictObject({
  id: z.uuid(),
  service: z.string(),
  environment: z.string(),
  version: z.string(),
  commit: z.string(),
});

export const releaseSummary = z.strictObject({
  ...createdRelease.shape,
  serviceName: z.string(),
  environmentName: z.string(),
  stage: z.enum(STAGES),
  stageStatus: z.enum(STAGE_STATUSES),
  createdAt: instantText,
  createdBy: z.string(),
  endedAt: instantText.nullable(),
  productionStartedAt: instantText.nullable().describe("When its last rollout started"),
  releasedAt: instantText.nullable().describe("When its rollout succeeded; it stays when it is rolled back"),
  leadTimeSeconds: z.int().nullable().describe("From the candidate to the end of the rollout"),
  rolledBackTo: z.string().nullable().describe("Version in place again after a roll back, where it is known"),
  verification: z
    .enum(WINDOW_STATES)
    .nullable()
    .describe("Of the window in which it is watched after its rollout; null before it"),
  verdict: standingVerdict,
  byBreakGlass: z.boolean().describe("It went into production by break-glass: two people, not the gate, let it"),
  lastDecision: z.strictObject({ id: z.uuid(), verdict: verdictWord, at: instantText }).nullable(),
});

export const releasePage = z.strictObject({
  items: z.array(releaseSummary),
  nextCursor: z.string().nullable().describe("Send it as `cursor` for the next page; null on the last one"),
});

export const releaseDetail = z.strictObject({
  ...releaseSummary.shape,
  approvalsRequestedAt: instantText.nullable(),
  manifest: z
    .strictObject({ id: z.uuid(), revision: z.int(), digest: sha256Text, createdAt: instantText })
    .nullable()
    .describe("The revision in force"),
  versionBefore: z.string().nullable().describe("Version that ran in its place before it, where it is known"),
  checklist: z.strictObject({
    done: z.int(),
    open: z.int(),
    items: z.array(
      z.strictObject({
        id: z.enum(CHECKLIST_ITEMS),
        title: z.string(),
        state: z.enum(ITEM_STATES),
        why: z.string(),
        evidence: z.strictObject({ label: z.string(), path: z.string() }).nullable(),
      }),
    ),
  }),
  now: instantText.describe("The instant by which this answer is judged"),
});

export const advanced = z.strictObject({
  releaseId: z.uuid(),
  stage: z.enum(STAGES),
  status: z.enum(STAGE_STATUSES),
});

export const storedManifest = z.strictObject({
  id: z.uuid(),
  revision: z.int(),
  digest: sha256Text.describe("What approvers sign"),
  changed: z.boolean().describe("False: this very content was in force already, nothing was stored"),
});

export const manifestDraft = z.strictObject({
  releaseId: z.uuid(),
  content: z
    .looseObject({ release: z.string(), service: z.string(), environment: z.string(), commit: z.string() })
    .describe("The manifest as far as it is known; what is missing is left out or empty"),
  missing: z
    .array(z.strictObject({ path: z.string(), message: z.string() }))
    .describe("Fields that are still to be filled in, in words"),
  draftedAt: instantText,
});

/** `release-manifest.json`: the content in the playbook's field names, and beside it what points to it. */
export const releaseManifest = z.strictObject({ ...manifestContent.shape, ...manifestExport.shape });

export const releasedAnswer = z.strictObject({
  releaseId: z.uuid(),
  version: z.string(),
  releasedAt: instantText.describe("When its rollout succeeded"),
  revision: z.int(),
  digest: sha256Text,
  manifest: manifestContent.describe("The revision with which it entered production"),
});
