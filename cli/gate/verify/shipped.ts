import type { Shipped } from "@/lib/core/release/ship";
import { badInput } from "../../exit";
import type { Io } from "../../io";
import { artifactSource, hashSources } from "../../manifest/artifacts";

/** What `--artifact` names, hashed: `sha256:…` as it is, a file, a pattern, or `NAME=FILE` for the artifact NAME. */
export async function shippedArtifacts(io: Io, given: readonly string[]): Promise<Shipped[]> {
  const shipped: Shipped[] = [];
  for (const text of given) {
    const source = artifactSource(text);
    if (source.pattern.startsWith("sha256:")) {
      shipped.push({ name: source.name, hash: wholeHash(source.pattern), told: text });
    } else {
      for (const { name, hash } of await hashSources(io, [source])) {
        shipped.push({ name: source.name === null ? null : name, hash, told: source.name === null ? name : text });
      }
    }
  }
  return shipped;
}

function wholeHash(text: string): string {
  if (!/^sha256:[0-9a-f]{64}$/.test(text)) throw badInput(`--artifact ${text}: is not a whole SHA-256`);
  return text;
}
