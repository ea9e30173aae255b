import { z } from "zod";
import { badInput } from "../exit";
import { type Io, setting } from "../io";
import { expectAnswer } from "./answer";
import { callServer } from "./client";
import type { Connection } from "./connection";

export type TargetOptions = { release?: string; service?: string; version?: string; environment?: string };
export type NamedRelease = { service: string; version: string; environment: string };

const list = z.looseObject({
  items: z.array(
    z.looseObject({ id: z.string().min(1), service: z.string(), environment: z.string(), version: z.string() }),
  ),
});

/** The id of the release that the options name, looked up when they do not give it. */
export async function resolveRelease(io: Io, connection: Connection, options: TargetOptions): Promise<string> {
  if (options.release !== undefined) {
    const other = (["service", "version", "environment"] as const).find((name) => options[name] !== undefined);
    if (other) throw badInput(`--release and --${other} exclude each other`);
    return options.release;
  }
  const named = namedRelease(io, options);
  const query = new URLSearchParams({ ...named, limit: "100" });
  const answer = await callServer(io, connection, { method: "GET", path: `releases?${query}` });
  const { items } = expectAnswer(list, answer, connection.server);
  const matching = items.filter(
    ({ service, version, environment }) =>
      service === named.service && version === named.version && environment === named.environment,
  );
  const text = `${named.service} ${named.version} for ${named.environment}`;
  if (matching.length > 1) throw badInput(`${text}: names ${matching.length} releases; give --release`);
  const [found] = matching;
  if (!found) throw badInput(`${text}: there is no such release`);
  return found.id;
}

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
