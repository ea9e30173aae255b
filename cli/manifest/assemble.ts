import { digestOf } from "@/lib/core/digest";
import { parseManifest } from "@/lib/core/manifest/parse";
import type { ManifestContent } from "@/lib/core/manifest/schema";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import { badInput } from "../exit";
import { readJson } from "../files/read";
import { type Author, commitAuthors, headCommit, parseAuthor } from "../git";
import { type Io, setting } from "../io";
import { agree } from "../scorecard/build";
import { hashArtifacts } from "./artifacts";

export type ManifestOptions = {
  service?: string;
  version?: string;
  environment?: string;
  commit?: string;
  author?: string[];
  artifact?: string[];
  scorecard?: string;
};

/**
 * Completes a manifest template: who and what from the options, the environment and git, artifacts by hashing them.
 * What the template says stands; an option that contradicts it is bad input. The result is a valid manifest.
 */
export async function assembleManifest(io: Io, path: string, options: ManifestOptions): Promise<ManifestContent> {
  const template = await readTemplate(io, path);
  const commit = agree(template, "commit", options.commit) ?? (await headCommit(io)) ?? undefined;
  const document = {
    ...template,
    release: agree(template, "release", options.version),
    service: agree(template, "service", options.service ?? setting(io, "READINESS_SERVICE")),
    environment: agree(template, "environment", options.environment ?? setting(io, "READINESS_ENVIRONMENT")),
    commit,
    authors: await findAuthors(io, template.authors, options.author, commit),
    artifacts: mergeArtifacts(template.artifacts, await hashArtifacts(io, options.artifact ?? [])),
    ...(options.scorecard === undefined ? {} : { scorecard: await scorecardReference(io, options.scorecard) }),
  };
  return parseManifest(Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined)));
}

async function readTemplate(io: Io, path: string): Promise<Record<string, unknown>> {
  const document = await readJson(io, path);
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    throw badInput(`${path}: must be a JSON object`);
  }
  return { ...document };
}

async function findAuthors(io: Io, stated: unknown, given: string[] = [], commit?: string): Promise<unknown> {
  if (given.length > 0) return given.map(readAuthor);
  if (stated !== undefined) return stated;
  const authors = commit ? await commitAuthors(io, commit) : [];
  if (authors.length > 0) return authors;
  throw badInput('no author: git does not know the commit; give --author "Name <mail>"');
}

function readAuthor(text: string): Author {
  const author = parseAuthor(text);
  if (!author) throw badInput(`--author ${text}: write "Name <mail>"`);
  return author;
}

/** Hashed artifacts take the place of those of the same name; sorted by name, so that the digest is stable. */
function mergeArtifacts(stated: unknown, hashed: ManifestContent["artifacts"]): unknown {
  if (hashed.length === 0 || (stated !== undefined && !Array.isArray(stated))) return stated ?? [];
  const isReplaced = (each: unknown) =>
    typeof each === "object" && each !== null && "name" in each && hashed.some(({ name }) => name === each.name);
  const kept: unknown[] = (stated ?? []).filter((each: unknown) => !isReplaced(each));
  return [...kept, ...hashed].sort((one, other) => compare(nameOf(one), nameOf(other)));
}

const nameOf = (artifact: unknown): string =>
  typeof artifact === "object" && artifact !== null && "name" in artifact ? String(artifact.name) : "";

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The digest is that of the document as it was submitted. */
async function scorecardReference(io: Io, path: string): Promise<{ run_id: string; digest: string }> {
  const document = await readJson(io, path);
  return { run_id: parseScorecard(document).runId, digest: digestOf(document) };
}
