import { z } from "zod";
import { parseWith } from "@/lib/core/parse";

/**
 * What is needed of GitHub's `deployment_protection_rule` event, as its published schema has it: everything but
 * `action`, `repository` and `sender` can be absent, and `deployment` can be null.
 */
const requested = z.object({
  action: z.literal("requested"),
  environment: z.string().min(1).max(255).nullish(),
  sha: z.string().max(64).nullish(),
  deployment_callback_url: z.string().max(2000).nullish(),
  deployment: z.object({ id: z.int(), sha: z.string().max(64) }).nullish(),
  repository: z.object({
    full_name: z
      .string()
      .regex(/^[^/\s]+\/[^/\s]+$/)
      .max(255),
  }),
  installation: z.object({ id: z.int() }).nullish(),
});
const anyAction = z.object({ action: z.string() });

export type ProtectionRuleRequest = {
  /** `owner/name`, lower case: GitHub tells it in the case of the moment. */
  repository: string;
  environment: string | null;
  /** What is deployed, else what the workflow runs on. */
  commit: string | null;
  deploymentId: string | null;
  callbackUrl: string | null;
  installationId: string | null;
};

/** Null for another action than `requested`. Throws `invalid` for what does not follow GitHub's schema. */
export function readProtectionRuleRequest(body: unknown): ProtectionRuleRequest | null {
  const { action } = parseWith(anyAction, body, "body");
  if (action !== "requested") return null;
  const { environment, sha, deployment, deployment_callback_url, repository, installation } = parseWith(
    requested,
    body,
    "body",
  );
  return {
    repository: repository.full_name.toLowerCase(),
    environment: environment ?? null,
    commit: (deployment?.sha || sha || null)?.toLowerCase() ?? null,
    deploymentId: deployment ? String(deployment.id) : null,
    callbackUrl: deployment_callback_url || null,
    installationId: installation ? String(installation.id) : null,
  };
}
