import { writeJson } from "../files/write";
import type { Io } from "../io";
import { assembleManifest, type ManifestOptions } from "../manifest/assemble";
import type { TargetOptions } from "../server/target";
import { putManifest } from "./put-manifest";
import type { SendOptions } from "./send";

export type SubmitManifestOptions = SendOptions & TargetOptions & ManifestOptions & { out?: string; dryRun?: boolean };

/** Completes a manifest, hashes its artifacts and puts it to its release. */
export async function submitManifest(io: Io, file: string, options: SubmitManifestOptions): Promise<void> {
  const { release: id, ...rest } = options;
  const content = await assembleManifest(io, file, rest);
  if (options.out !== undefined) await writeJson(io, options.out, content);
  if (options.dryRun) return io.out(options.out === undefined ? `${JSON.stringify(content, null, 2)}\n` : "");
  await putManifest(io, options, content, id);
}
