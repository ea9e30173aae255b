import { z } from "zod";
import { sha256Text } from "@/lib/core/digest";
import { instantText } from "@/lib/core/instant";
import { commitText } from "@/lib/core/release/identity";
import { configurationFaults } from "./configuration-faults";

const shortText = z.string().trim().min(1, "must not be empty").max(500);
const longText = z.string().trim().min(1, "must not be empty").max(20_000);

export const artifact = z.strictObject({ name: shortText, hash: sha256Text, bytes: z.int().nonnegative().optional() });
const configurationDelta = z.strictObject({
  key: shortText,
  from: z.string().max(5000).nullable(),
  to: z.string().max(5000).nullable(),
});
const rolloutWindow = z.strictObject({ start: instantText, end: instantText });
const rollbackPlan = z.strictObject({
  summary: longText,
  steps: z.array(longText).min(1, "must hold at least one step"),
  target_version: shortText,
  owner: shortText,
  estimated_minutes: z.number().positive().optional(),
  runbook: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
});
const featureFlag = z.strictObject({ name: shortText, from: z.string().nullable().optional(), to: z.string() });
const secretVersion = z.strictObject({
  name: shortText,
  version: shortText,
  rotated_at: instantText.optional(),
  evidence: shortText.optional(),
});
const migration = z.strictObject({
  name: shortText,
  dry_run: z.enum(["passed", "failed", "not_run"]),
  rollback: longText,
});
const configurationEntry = z.strictObject({ key: shortText, value: z.string().max(5000) });
const author = z.strictObject({ name: shortText, email: z.email().optional() });

/**
 * What is to be deployed, in the playbook's field names. The digest is SHA-256 over the RFC 8785 form of exactly
 * this object; signatures, waivers and decisions point to it and are no part of it.
 */
export const manifestContent = z
  .strictObject({
    release: shortText,
    service: shortText,
    environment: shortText,
    commit: commitText,
    authors: z.array(author).min(1, "must name at least one author"),
    artifacts: z.array(artifact),
    configuration: z.array(configurationEntry).max(20_000).optional(),
    configuration_deltas: z.array(configurationDelta),
    rollout_window: rolloutWindow,
    rollback_plan: rollbackPlan,
    feature_flags: z.array(featureFlag).default([]),
    secret_versions: z.array(secretVersion).default([]),
    migrations: z.array(migration).default([]),
    scorecard: z.strictObject({ run_id: shortText, digest: sha256Text }).nullable().default(null),
    scorecard_path: z.string().max(1000).optional(),
    trace_ids: z.array(z.string().regex(/^[0-9a-f]{32}$/, "must be 32 hex digits")).default([]),
  })
  .superRefine(({ configuration, configuration_deltas }, context) => {
    for (const { path, message } of configurationFaults(configuration, configuration_deltas)) {
      context.addIssue({ code: "custom", path, message });
    }
  });
export type ManifestContent = z.output<typeof manifestContent>;
/** The whole effective configuration that is not secret, by key. Absent where the pipeline does not tell it. */
export type Configuration = NonNullable<ManifestContent["configuration"]>;
export type ConfigurationDelta = ManifestContent["configuration_deltas"][number];
