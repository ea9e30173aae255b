import { z } from "zod";
import { badInput } from "../exit";
import { type Io, setting } from "../io";
import { expectAnswer } from "./answer";
import { callServer } from "./client";
import type { Connection } from "./connection";

export type TargetOptions = { release?: string; service?: string; version?: string; environment?: string };
export type NamedRelease = { service: string; version: string; environment: string };

const page = z.looseObject({
  items: z.array(
    z.looseObject({ id: z.string().min(1), service: z.string(), environment: z.string(), version: z.string() }),
  ),
  nextCursor: z.string().nullable(),
});
const PAGE_SIZE = "200";
const MOST_PAGES = 100;

/** The id of the release that the options name, looked up when they do not give it. */
export async function resolveRelease(io: Io, connection: Connection, options: TargetOptions): Promise<string> {
  if (options.release === undefined) return findRelease(io, connection, namedRelease(io, options));
  const other = NAMES.find((name) => options[name] !== undefined);
  if (other) throw badInput(`--release and --${other} exclude each other`);
  return options.release;
}

/** The list also holds versions that merely contain the one asked for: only the very same one counts. */
async function findRelease(io: Io, connection: Connection, named: NamedRelease): Promise<string> {
  let cursor: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const query = new URLSearchParams({ ...named, limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) });
    const answer = await callServer(io, connection, { method: "GET", path: `releases?${query}` });
    const { items, nextCursor } = expectAnswer(page, answer, connection.server);
    const found = items.find((item) => NAMES.every((name) => item[name] === named[name]));
    if (found) return found.id;
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  throw badInput(`${named.service} ${named.version} for ${named.environment}: there is no such release`);
}

const NAMES = ["service", "version", "environment"] as const;

/** Service, version and environment, all of them. */
export function namedRelease(io: Io, options: TargetOptions): NamedRelease {
  return {
    service: required(options.service ?? setting(io, "READINESS_SERVICE"), "--service or READINESS_SERVICE"),
    version: required(options.version, "--version"),
    environment: required(
      options.environment ?? setting(io, "READINESS_ENVIRONMENT"),
      "--environment or READINESS_ENVIRONMENT",
    ),
  };
}

export function required(value: string | undefined, name: string): string {
  if (value === undefined || value.trim() === "") throw badInput(`missing: give ${name}`);
  return value;
}

/** The path of a release, for an id of any spelling. */
export const releasePath = (id: string, rest: string): string => `releases/${encodeURIComponent(id)}/${rest}`;
