import type { ManifestContent } from "@/lib/core/manifest/schema";
import { badInput } from "../exit";
import { readJson } from "../files/read";
import type { Io } from "../io";
import { hashArtifacts } from "./artifacts";
import { completeManifest, type IdentityOptions, identify } from "./complete";

export type ManifestOptions = IdentityOptions & { author?: string[]; artifact?: string[]; scorecard?: string };

/**
 * Completes a manifest template: who and what from the options, the environment and git, artifacts by hashing them.
 * What the template says stands; an option that contradicts it is bad input. The result is a valid manifest.
 */
export async function assembleManifest(io: Io, path: string, options: ManifestOptions): Promise<ManifestContent> {
  const template = await readTemplate(io, path);
  const identity = await identify(io, template, options);
  const artifacts = await hashArtifacts(io, options.artifact ?? []);
  const { author, scorecard } = options;
  return completeManifest(io, template, { identity, artifacts, author, scorecard });
}

async function readTemplate(io: Io, path: string): Promise<Record<string, unknown>> {
  const document = await readJson(io, path);
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    throw badInput(`${path}: must be a JSON object`);
  }
  return { ...document };
}
