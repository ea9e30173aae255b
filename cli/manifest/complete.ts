import { digestOf } from "@/lib/core/digest";
import { parseManifest } from "@/lib/core/manifest/parse";
import type { ManifestContent } from "@/lib/core/manifest/schema";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import { badInput } from "../exit";
import { readJson } from "../files/read";
import { type Author, authorsSince, commitAuthors, headCommit, parseAuthor } from "../git";
import { type Io, setting } from "../io";
import { agree } from "../scorecard/build";
import type { Artifact } from "./artifacts";

export type IdentityOptions = { service?: string; version?: string; environment?: string; commit?: string };
/** Which release a manifest is of; undefined: nobody said. */
export type Identity = { release?: string; service?: string; environment?: string; commit?: string };
export type Completion = {
  identity: Identity;
  artifacts: Artifact[];
  author?: string[];
  scorecard?: string;
  /** Commit of the release before: the authors of everything since then are this release's. */
  since?: string;
};

/** What a document, the options, the environment and git say; bad input where two of them contradict each other. */
export async function identify(io: Io, stated: Record<string, unknown>, told: IdentityOptions): Promise<Identity> {
  return {
    release: agree(stated, "release", told.version),
    service: agree(stated, "service", told.service ?? setting(io, "READINESS_SERVICE")),
    environment: agree(stated, "environment", told.environment ?? setting(io, "READINESS_ENVIRONMENT")),
    commit: agree(stated, "commit", told.commit) ?? (await headCommit(io)) ?? undefined,
  };
}

/** Adds to a manifest what it leaves open: authors from git, hashed artifacts, the scorecard's reference. */
export async function completeManifest(
  io: Io,
  stated: Record<string, unknown>,
  { identity, artifacts, author, scorecard, since }: Completion,
): Promise<ManifestContent> {
  const { commit } = identity;
  const document = {
    ...stated,
    ...identity,
    authors: await findAuthors(io, stated.authors, author, { commit, since }),
    artifacts: mergeArtifacts(stated.artifacts, artifacts),
    ...(scorecard === undefined ? {} : { scorecard: await scorecardReference(io, scorecard, commit) }),
  };
  return parseManifest(Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined)));
}

type Range = { commit?: string; since?: string };

async function findAuthors(io: Io, stated: unknown, given: string[] = [], range: Range): Promise<unknown> {
  if (given.length > 0) return given.map((text) => readAuthor(text, "--author"));
  if (stated !== undefined) return stated;
  const authors = range.commit ? await gitAuthors(io, range.commit, range.since) : [];
  if (authors.length > 0) return authors;
  throw badInput('no author: git does not know the commit; give --author "Name <mail>"');
}

async function gitAuthors(io: Io, commit: string, since: string | undefined): Promise<Author[]> {
  const all = since === undefined ? [] : await authorsSince(io, since, commit);
  if (all === null) {
    const remedy = "fetch the whole history (fetch-depth: 0) or list the authors";
    io.err(
      `readiness: warning: git does not know the commit ${since} that was released before; only the authors of ${commit} are listed: ${remedy}\n`,
    );
  }
  return all && all.length > 0 ? all : commitAuthors(io, commit);
}

export function readAuthor(text: string, told: string): Author {
  const author = parseAuthor(text);
  if (!author) throw badInput(`${told} ${text}: write "Name <mail>"`);
  return author;
}

/** Hashed artifacts take the place of those of the same name; sorted by name, so that the digest is stable. */
function mergeArtifacts(stated: unknown, hashed: readonly Artifact[]): unknown {
  if (hashed.length === 0 || (stated !== undefined && !Array.isArray(stated))) return stated ?? [];
  const names = new Set(hashed.map(({ name }) => name));
  const kept: unknown[] = (stated ?? []).filter((each: unknown) => !names.has(nameOf(each)));
  return [...kept, ...hashed].sort((one, other) => compare(nameOf(one), nameOf(other)));
}

const nameOf = (artifact: unknown): string =>
  typeof artifact === "object" && artifact !== null && "name" in artifact ? String(artifact.name) : "";

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The digest is that of the document as it was submitted. */
async function scorecardReference(io: Io, path: string, commit: string | undefined) {
  const document = await readJson(io, path);
  const { runId, commit: tested } = parseScorecard(document);
  if (tested !== null && commit !== undefined && tested !== commit) {
    throw badInput(`${path}: the scorecard is of commit ${tested}, but ${commit} is released`);
  }
  return { run_id: runId, digest: digestOf(document) };
}
