import { z } from "zod";
import type { ManifestContent } from "@/lib/core/manifest/schema";
import type { Io } from "../io";
import { connectionFrom } from "../server/connection";
import { releasePath, resolveRelease } from "../server/target";
import { type SendOptions, send } from "./send";

const answer = z.looseObject({ revision: z.number(), digest: z.string(), changed: z.boolean() });

/** Puts a manifest to its release, which is looked up by name where no id is given. */
export async function putManifest(io: Io, options: SendOptions, content: ManifestContent, id?: string): Promise<void> {
  const connection = await connectionFrom(io, options);
  const { service, release: version, environment } = content;
  const release = id ?? (await resolveRelease(io, connection, { service, version, environment }));
  const write = { method: "PUT", path: releasePath(release, "manifest"), body: content, repeatable: true } as const;
  const tell = ({ revision, digest, changed }: z.output<typeof answer>) =>
    `Manifest of ${service} ${version} for ${environment}: revision ${revision}${changed ? "" : ", unchanged"}, ${digest}`;
  await send(io, options, write, answer, tell, connection);
}
