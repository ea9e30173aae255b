import { z } from "zod";
import { writeJson } from "../files/write";
import type { Io } from "../io";
import { assembleManifest, type ManifestOptions } from "../manifest/assemble";
import { connectionFrom } from "../server/connection";
import { releasePath, resolveRelease, type TargetOptions } from "../server/target";
import { type SendOptions, send } from "./send";

export type SubmitManifestOptions = SendOptions & TargetOptions & ManifestOptions & { out?: string; dryRun?: boolean };

const answer = z.looseObject({ revision: z.number(), digest: z.string(), changed: z.boolean() });

/** Completes a manifest, hashes its artifacts and puts it to its release. */
export async function submitManifest(io: Io, file: string, options: SubmitManifestOptions): Promise<void> {
  const { release: id, ...rest } = options;
  const content = await assembleManifest(io, file, rest);
  if (options.out !== undefined) await writeJson(io, options.out, content);
  if (options.dryRun) return io.out(options.out === undefined ? `${JSON.stringify(content, null, 2)}\n` : "");
  const connection = await connectionFrom(io, options);
  const { service, release: version, environment } = content;
  const release = id ?? (await resolveRelease(io, connection, { service, version, environment }));
  const write = { method: "PUT", path: releasePath(release, "manifest"), body: content, repeatable: true } as const;
  const tell = ({ revision, digest, changed }: z.output<typeof answer>) =>
    `Manifest of ${service} ${version} for ${environment}: revision ${revision}${changed ? "" : ", unchanged"}, ${digest}`;
  await send(io, options, write, answer, tell, connection);
}
