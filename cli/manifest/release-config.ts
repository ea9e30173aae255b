import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { parseInstant } from "@/lib/core/instant";
import { isSecretName } from "@/lib/core/manifest/plain-secret";
import { artifact as hashedArtifact, manifestContent } from "@/lib/core/manifest/schema";
import { parseWith } from "@/lib/core/parse";
import { badInput } from "../exit";
import { parseAuthor } from "../git";
import type { Io } from "../io";
import { secondsOf } from "../runner/duration";
import { readYaml } from "../yaml/read-yaml";
import { withVariables } from "../yaml/variables";

const content = manifestContent.shape;
const text = z.string({ error: "must be text; put it in quotes" }).trim().min(1, "must not be empty").max(500);

const author = z.union(
  [
    z.strictObject({ name: text, email: z.email().optional() }),
    z.string().transform((written, context) => {
      const person = parseAuthor(written);
      if (!person) context.addIssue('write "Name <mail>"');
      return person ?? z.NEVER;
    }),
  ],
  { error: 'must be "Name <mail>", or {name, email}' },
);
const artifact = z.union([text, z.strictObject({ name: text, path: text }), hashedArtifact], {
  error: "must be a file or pattern, {name, path}, or {name, hash} of what is no file",
});
const file = z.union([text, z.strictObject({ path: text, prefix: z.string().max(200).default("") })], {
  error: "must be a file or pattern, or {path, prefix}",
});
const configuration = z.strictObject({
  values: z.record(z.string(), z.unknown()).default({}),
  files: z
    .array(file.transform((given) => (typeof given === "string" ? { path: given, prefix: "" } : given)))
    .default([]),
  not_secret: z.array(text).default([]),
});
const window = z
  .strictObject({
    start: content.rollout_window.shape.start,
    end: z.string().optional(),
    duration: z.string().optional(),
  })
  .transform(({ start, end, duration }, context) => {
    const stated = end ?? (duration === undefined ? undefined : endOf(start, duration));
    if (stated && parseInstant(stated) && (end === undefined) !== (duration === undefined))
      return { start, end: stated };
    context.addIssue("give its end as an RFC 3339 time with a zone, or its duration such as 90m or 4h: one of both");
    return z.NEVER;
  });

function endOf(start: string, duration: string): string | undefined {
  const [from, seconds] = [parseInstant(start), secondsOf(duration)];
  return from && seconds ? new Date(from.getTime() + seconds * 1000).toISOString() : undefined;
}

const releaseConfig = z
  .strictObject({
    release: text.optional(),
    service: text.optional(),
    environment: text.optional(),
    commit: text.optional(),
    authors: z.array(author).min(1, "must name at least one author").optional(),
    artifacts: z.array(artifact).min(1, "must name what is deployed"),
    configuration: configuration.optional(),
    configuration_deltas: content.configuration_deltas.optional(),
    rollout_window: window,
    rollback_plan: content.rollback_plan,
    feature_flags: content.feature_flags,
    secret_versions: content.secret_versions,
    migrations: content.migrations,
    scorecard: text.optional(),
    trace_ids: content.trace_ids,
  })
  .refine((config) => (config.configuration === undefined) !== (config.configuration_deltas === undefined), {
    path: ["configuration"],
    message: "say the whole configuration, or else its changes by hand under configuration_deltas: one of both",
  });
export type ReleaseConfig = z.output<typeof releaseConfig>;
export type ReadConfig = {
  config: ReleaseConfig;
  /** `release_config.yml:12:3`: where a field is, as far as it is there. */
  lineOf(field: string): string;
};

/**
 * Reads `release_config.yml` with the environment's values in the place of `{{NAME}}`. Bad input with line and column
 * for unknown keys, wrong values, variables that are not set, and variables that hold secrets: a manifest is for all.
 */
export async function readReleaseConfig(io: Io, path: string): Promise<ReadConfig> {
  const refuse = (name: string) =>
    isSecretName(name) ? `${name} is named as secrets are; a manifest holds their versions, never their values` : null;
  const { value, place } = await readYaml(io, path, withVariables(io, refuse));
  const lineOf = (field: string) => {
    const whole = place(field);
    return whole.endsWith(` ${field}`) ? whole.slice(0, -field.length - 1) : whole;
  };
  try {
    return { config: parseWith(releaseConfig, value ?? {}, path), lineOf };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const [first, ...others] = error.issues.map((issue) => ({ path: place(issue.path), message: issue.message }));
    throw badInput(first ? `${first.path}: ${first.message}` : error.message, others);
  }
}
