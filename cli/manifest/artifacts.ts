import type { ManifestContent } from "@/lib/core/manifest/schema";
import { badInput } from "../exit";
import { findFiles, isPattern } from "../files/glob";
import { hashFile } from "../files/hash";
import type { Io } from "../io";

export type Artifact = ManifestContent["artifacts"][number];
/** A file, or with a pattern several, and the name that it goes by; `told` is how errors name it. */
export type ArtifactSource = { name: string | null; pattern: string; told: string };

/**
 * Hashes what `--artifact` names. `FILE_OR_GLOB`: each file is named by its path relative to the working folder;
 * `NAME=FILE`: that file is NAME; `NAME=GLOB`: each is NAME/path.
 */
export async function hashArtifacts(io: Io, given: readonly string[]): Promise<Artifact[]> {
  return hashSources(io, given.map(artifactSource));
}

export function artifactSource(text: string): ArtifactSource {
  const at = text.indexOf("=");
  const [name, pattern] = at === -1 ? [null, text] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (name === "" || pattern === "") throw badInput(`--artifact ${text}: write FILE, or NAME=FILE`);
  return { name, pattern, told: `--artifact ${text}` };
}

/** Hashes files by streaming them. A pattern that no file matches, and two files of one name, are bad input. */
export async function hashSources(io: Io, sources: readonly ArtifactSource[]): Promise<Artifact[]> {
  const artifacts = new Map<string, Artifact>();
  for (const source of sources) {
    for (const path of await findFiles(io, source.pattern)) {
      const name = artifactName(source, path);
      const artifact = { name, ...(await hashFile(io, path)) };
      const known = artifacts.get(name);
      if (known && known.hash !== artifact.hash) throw badInput(`${source.told}: ${name} is given twice`);
      artifacts.set(name, artifact);
    }
  }
  return [...artifacts.values()];
}

function artifactName({ name, pattern }: ArtifactSource, path: string): string {
  if (name === null) return path;
  return isPattern(pattern) ? `${name}/${path}` : name;
}

/** Hashes that are to ship: `sha256:…` as it is, anything else is a file or pattern. */
export async function shippingHashes(io: Io, given: readonly string[]): Promise<string[]> {
  const hashes: string[] = [];
  for (const text of given) {
    if (text.startsWith("sha256:")) {
      if (!/^sha256:[0-9a-f]{64}$/.test(text)) throw badInput(`--artifact ${text}: is not a whole SHA-256`);
      hashes.push(text);
    } else {
      hashes.push(...(await hashArtifacts(io, [text])).map(({ hash }) => hash));
    }
  }
  return [...new Set(hashes)];
}
