import { z } from "zod";
import { headCommit } from "../git";
import type { Io } from "../io";
import { namedRelease, required } from "../server/target";
import { type SendOptions, send } from "./send";

export type CreateOptions = SendOptions & { service?: string; environment?: string; version?: string; commit?: string };

const answer = z.looseObject({ id: z.string() });

/** Registers a release candidate. */
export async function createRelease(io: Io, options: CreateOptions): Promise<void> {
  const named = namedRelease(io, options);
  const found = options.commit ?? (await headCommit(io)) ?? undefined;
  const body = { ...named, commit: required(found, "--commit (git does not know it)") };
  await send(io, options, { method: "POST", path: "releases", body }, answer, ({ id }) => {
    return `Release ${named.service} ${named.version} for ${named.environment} is created (${id})`;
  });
}
