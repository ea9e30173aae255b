import { z } from "zod";
import type { DeploymentState } from "@/lib/core/deployment/facts";
import { parseInstant } from "@/lib/core/instant";
import { parseWith } from "@/lib/core/parse";

const address = z.string().max(2000).nullish();

/**
 * What is needed of GitHub's `deployment_status` event, as its published schema has it. `payload` is whatever the
 * creator of the deployment put there: an object, or a text that may hold one.
 */
const event = z.object({
  action: z.string(),
  deployment_status: z.object({
    state: z.string().max(40),
    created_at: z.string().refine((text) => parseInstant(text) !== null, "must be an RFC 3339 time"),
    target_url: address,
    log_url: address,
    environment_url: address,
  }),
  deployment: z.object({
    id: z.int(),
    sha: z.string().max(64),
    environment: z.string().min(1).max(255),
    payload: z.unknown(),
    creator: z.object({ login: z.string().max(200) }).nullish(),
  }),
  repository: z.object({
    full_name: z
      .string()
      .regex(/^[^/\s]+\/[^/\s]+$/)
      .max(255),
  }),
});

export type GitHubDeployment = {
  externalId: string;
  /** `owner/name`, lower case. */
  repository: string;
  environment: string;
  state: DeploymentState;
  at: string;
  commit: string;
  version: string | null;
  artifacts: string[];
  url: string | null;
  deployedBy: string | null;
};

/** Waiting, queued and inactive deployments deploy nothing. */
const STATES: Record<string, DeploymentState> = {
  in_progress: "started",
  success: "succeeded",
  failure: "failed",
  error: "failed",
};

/** Null for a state in which nothing is deployed. Throws `invalid` for what does not follow GitHub's schema. */
export function readDeploymentStatus(body: unknown): GitHubDeployment | null {
  const { action, deployment, deployment_status: status, repository } = parseWith(event, body, "body");
  const state = Object.hasOwn(STATES, status.state) ? STATES[status.state] : undefined;
  if (action !== "created" || !state) return null;
  const name = repository.full_name.toLowerCase();
  return {
    externalId: `${name}/deployments/${deployment.id}`,
    repository: name,
    environment: deployment.environment,
    state,
    at: status.created_at,
    commit: deployment.sha.toLowerCase(),
    ...contentOf(deployment.payload),
    url: [status.log_url, status.target_url, status.environment_url].find(isWebAddress) ?? null,
    deployedBy: deployment.creator?.login ?? null,
  };
}

const isWebAddress = (text: string | null | undefined): text is string =>
  z.url({ protocol: /^https?$/ }).safeParse(text).success;

const content = z.object({ version: z.unknown(), artifacts: z.unknown() });

/** What the creator of a deployment says that it holds. What cannot be read counts as not said. */
function contentOf(payload: unknown): { version: string | null; artifacts: string[] } {
  const parsed = content.safeParse(typeof payload === "string" ? jsonOf(payload) : payload);
  const { version, artifacts } = parsed.success ? parsed.data : {};
  return {
    version: typeof version === "string" && /^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}$/.test(version) ? version : null,
    artifacts: hashesOf(artifacts),
  };
}

const MOST_ARTIFACTS = 1000;

/** Hashes as they are, in image references (`…@sha256:…`) or as `hash` of an object; all of them, or none. */
function hashesOf(given: unknown): string[] {
  if (!Array.isArray(given) || given.length > MOST_ARTIFACTS) return [];
  const hashes = given.map((each: unknown) => {
    const text = typeof each === "object" && each !== null && "hash" in each ? each.hash : each;
    return typeof text === "string" ? /(?:^|@)(sha256:[0-9a-f]{64})$/.exec(text)?.[1] : undefined;
  });
  return hashes.every((hash) => hash !== undefined) ? hashes : [];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
