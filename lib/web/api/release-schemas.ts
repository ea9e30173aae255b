import { z } from "zod";
import { sha256Text } from "@/lib/core/digest";
import { instantText } from "@/lib/core/instant";
import { manifestExport } from "@/lib/core/manifest/export";
import { manifestContent } from "@/lib/core/manifest/schema";
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
  verdict: standingVerdict,
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
