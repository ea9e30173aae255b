import type { ManifestContent } from "@/lib/core/manifest/schema";
import { badInput } from "../exit";
import { findFiles, isPattern } from "../files/glob";
import { hashFile } from "../files/hash";
import type { Io } from "../io";

type Artifact = ManifestContent["artifacts"][number];

/**
 * Hashes what `--artifact` names. `FILE_OR_GLOB`: each file is named by its path relative to the working folder;
 * `NAME=FILE`: that file is NAME; `NAME=GLOB`: each is NAME/path.
 */
export async function hashArtifacts(io: Io, given: readonly string[]): Promise<Artifact[]> {
  const artifacts = new Map<string, Artifact>();
  for (const text of given) {
    const at = text.indexOf("=");
    const [prefix, pattern] = at === -1 ? [null, text] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    if (prefix === "" || pattern === "") throw badInput(`--artifact ${text}: write FILE, or NAME=FILE`);
    for (const path of await findFiles(io, pattern)) {
      const name = artifactName(prefix, pattern, path);
      const artifact = { name, ...(await hashFile(io, path)) };
      const known = artifacts.get(name);
      if (known && known.hash !== artifact.hash) throw badInput(`--artifact ${text}: ${name} is given twice`);
      artifacts.set(name, artifact);
    }
  }
  return [...artifacts.values()];
}

function artifactName(prefix: string | null, pattern: string, path: string): string {
  if (prefix === null) return path;
  return isPattern(pattern) ? `${prefix}/${path}` : prefix;
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
