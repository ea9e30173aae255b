import { z } from "zod";
import { splitManifestDocument } from "@/lib/core/manifest/export";
import { type ManifestContent, manifestContent } from "@/lib/core/manifest/schema";
import { badInput, CliError } from "../exit";
import { readJson } from "../files/read";
import { type Io, setting } from "../io";
import { plain } from "../report/text";
import { expectAnswer } from "../server/answer";
import { callServer } from "../server/client";
import { type ConnectionOptions, connectionFrom } from "../server/connection";

export type PreviousOptions = ConnectionOptions & { previous?: string; first?: boolean };
/** `unknown`: nobody was asked, so nobody knows. `none`: nothing was released before. */
export type Previous = { state: "unknown" } | { state: "none" } | { state: "found"; content: ManifestContent };
type Place = { release: string; service: string; environment: string };

const answer = z.looseObject({ version: z.string(), manifest: manifestContent });

/** The manifest that was released last: of the file, of the server, or none where `--first` or the server says so. */
export async function findPrevious(io: Io, options: PreviousOptions, place: Place): Promise<Previous> {
  if (options.first && options.previous !== undefined) throw badInput("--first and --previous exclude each other");
  if (options.first) return { state: "none" };
  if (options.previous !== undefined) return fromFile(io, options.previous, place);
  const isConnected = options.server !== undefined || setting(io, "READINESS_SERVER") !== undefined;
  return isConnected ? fromServer(io, options, place) : { state: "unknown" };
}

async function fromFile(io: Io, path: string, place: Place): Promise<Previous> {
  const { content } = splitManifestDocument(await readJson(io, path));
  for (const name of ["service", "environment"] as const) {
    if (content[name] === place[name]) continue;
    throw badInput(`--previous ${path}: is of ${name} ${content[name]}, but ${place[name]} is to be released`);
  }
  return otherThan(place, content, `--previous ${path}: is of ${content.release} itself`);
}

async function fromServer(io: Io, options: ConnectionOptions, place: Place): Promise<Previous> {
  const connection = await connectionFrom(io, options);
  const { service, environment } = place;
  const path = `manifests/released?${new URLSearchParams({ service, environment })}`;
  try {
    const found = await callServer(io, connection, { method: "GET", path });
    const { manifest } = expectAnswer(answer, found, connection.server);
    return otherThan(place, manifest, `${service} ${place.release} has been released to ${environment} already`);
  } catch (error) {
    // The one 404 that is an answer; an unknown service or a server that does not know the question is none.
    if (!(error instanceof CliError) || !error.issues.some((issue) => issue.path === "manifest")) throw error;
    io.err(`readiness: nothing of ${plain(service)} was released to ${plain(environment)} before\n`);
    return { state: "none" };
  }
}

/** A manifest compared with itself would have no deltas whatever it changes. */
function otherThan({ release }: Place, content: ManifestContent, reason: string): Previous {
  if (content.release !== release) return { state: "found", content };
  throw badInput(`${reason}: what changes is told against the release before; give --previous with its manifest`);
}
