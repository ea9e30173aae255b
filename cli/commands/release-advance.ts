import { z } from "zod";
import { splitManifestDocument } from "@/lib/core/manifest/export";
import { type EvidenceLink, evidenceLink } from "@/lib/core/release/evidence";
import { STAGE_STATUSES, STAGES } from "@/lib/core/release/stages";
import { badInput } from "../exit";
import { readJson } from "../files/read";
import type { Io } from "../io";
import { shippingHashes } from "../manifest/artifacts";
import { connectionFrom } from "../server/connection";
import { releasePath, resolveRelease, type TargetOptions } from "../server/target";
import { type SendOptions, send } from "./send";

export type AdvanceOptions = SendOptions &
  TargetOptions & {
    status?: string;
    note?: string;
    evidence?: string[];
    backTo?: string;
    artifact?: string[];
    manifest?: string;
  };

const answer = z.looseObject({ releaseId: z.string(), stage: z.string(), status: z.string() });

/** Starts a stage of a release, or says how it ended. */
export async function advanceRelease(io: Io, stage: string, options: AdvanceOptions): Promise<void> {
  const { status, note, evidence = [], backTo } = options;
  if (!isOneOf(STAGES, stage)) throw badInput(`${stage}: is not a stage; the stages are ${STAGES.join(", ")}`);
  if (status !== undefined && !isOneOf(STAGE_STATUSES, status)) {
    throw badInput(`--status ${status}: must be one of ${STAGE_STATUSES.join(", ")}`);
  }
  const artifacts = await findArtifacts(io, options);
  const connection = await connectionFrom(io, options);
  const id = await resolveRelease(io, connection, options);
  const body = {
    stage,
    ...(status === undefined ? {} : { status }),
    ...(note === undefined ? {} : { note }),
    ...(artifacts.length === 0 ? {} : { artifacts }),
    ...(evidence.length === 0 ? {} : { evidence: evidence.map(linkOf) }),
    ...(backTo === undefined ? {} : { rolledBackTo: backTo }),
  };
  const write = { method: "POST", path: releasePath(id, "advance"), body, repeatable: true } as const;
  const tell = (now: z.output<typeof answer>) => `Release ${now.releaseId} is at ${now.stage}: ${now.status}`;
  await send(io, options, write, answer, tell, connection);
}

async function findArtifacts(io: Io, { artifact = [], manifest }: AdvanceOptions): Promise<string[]> {
  const hashes = await shippingHashes(io, artifact);
  if (manifest === undefined) return hashes;
  const { content } = splitManifestDocument(await readJson(io, manifest));
  return [...new Set([...hashes, ...content.artifacts.map(({ hash }) => hash)])];
}

/** `run=https://…`: what it shows, and where. */
function linkOf(text: string): EvidenceLink {
  const [, label, url] = /^([^=]*)=(.*)$/.exec(text) ?? [];
  const read = evidenceLink.safeParse({ label, url });
  if (read.success) return read.data;
  throw badInput(`--evidence ${text}: must be what it shows and where, such as run=https://ci.example.com/1`);
}

function isOneOf<T extends string>(known: readonly T[], text: string): text is T {
  return known.some((each) => each === text);
}
