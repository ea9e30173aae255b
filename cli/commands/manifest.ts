import { manifestDigest } from "@/lib/core/manifest/parse";
import { writeText } from "../files/write";
import type { Io } from "../io";
import { type BuiltManifest, type FromConfigOptions, manifestFromConfig } from "../manifest/from-config";
import { jsonReport } from "../report/json";
import { plain } from "../report/text";
import { putManifest } from "./put-manifest";
import type { SendOptions } from "./send";

export type ManifestCommandOptions = SendOptions & FromConfigOptions & { release?: string; submit?: boolean };

/**
 * Makes the release's manifest and writes it in its one canonical form, so that the same content is the same bytes;
 * with `--submit` it is then put to the release. The file is there whether or not the server is.
 */
export async function makeManifest(io: Io, options: ManifestCommandOptions): Promise<void> {
  const built = await manifestFromConfig(io, options);
  const { content } = built;
  await writeText(io, options.out, jsonReport(content));
  if (options.json && !options.submit) io.out(jsonReport({ file: options.out, digest: manifestDigest(content) }));
  if (!options.json) io.out(`${plain(sentence(built, options.out))}\n`);
  if (options.submit) await putManifest(io, options, content, options.release);
}

function sentence({ content, comparedWith }: BuiltManifest, file: string): string {
  const { service, release, environment, artifacts, configuration_deltas: deltas } = content;
  const since =
    comparedWith === undefined ? " as stated" : comparedWith === null ? ", all new" : ` since ${comparedWith}`;
  const parts = [counted(artifacts.length, "artifact"), `${counted(deltas.length, "configuration change")}${since}`];
  return `${file}: manifest of ${service} ${release} for ${environment}, ${parts.join(", ")}, ${manifestDigest(content)}`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
