import { type Document, isMap, isScalar } from "yaml";
import { z } from "zod";
import { type REHEARSAL_STEPS, rehearsalFields } from "@/lib/core/rehearsal/schema";
import type { Io } from "../io";
import { commandLine, environmentVariables, timeoutSeconds } from "../process/command-schema";
import { readYamlAs, type YamlSource } from "../yaml/read-yaml";
import { expandVariables } from "../yaml/variables";

const DEFAULT_TIMEOUT = "10m";

const step = z
  .strictObject({
    command: commandLine,
    timeout: timeoutSeconds.prefault(DEFAULT_TIMEOUT),
    env: environmentVariables.default({}),
    working_directory: z.string().trim().min(1, "must not be empty").max(500).default("."),
  })
  .transform(({ timeout, working_directory, ...rest }) => ({
    ...rest,
    timeoutSeconds: timeout,
    workingDirectory: working_directory,
  }));

const config = z.strictObject({
  service: rehearsalFields.service.optional(),
  environment: rehearsalFields.environment.optional(),
  participants: rehearsalFields.participants.optional(),
  from_version: rehearsalFields.from_version,
  to_version: rehearsalFields.to_version,
  steps: z.strictObject({ deploy: step, rollback: step, verify: step } satisfies Record<
    (typeof REHEARSAL_STEPS)[number],
    typeof step
  >),
  gaps: rehearsalFields.gaps,
  evidence_url: rehearsalFields.evidence_url,
  max_duration_seconds: z.number().positive("must be more than 0").optional(),
});

/** What `rehearsal.yml` says, with its defaults. */
export type RehearsalConfig = z.output<typeof config>;
export type StepConfig = RehearsalConfig["steps"]["deploy"];

/**
 * Reads `rehearsal.yml`. `{{NAME}}` stands for an environment variable everywhere but in the steps, whose commands get
 * the environment itself. Bad input with line and column for each key or value that is not known.
 */
export function readRehearsalConfig(io: Io, path: string): Promise<RehearsalConfig> {
  return readYamlAs(io, path, config, (document, source) => expandOutsideSteps(io, document, source));
}

function expandOutsideSteps(io: Io, document: Document, source: YamlSource): void {
  const { contents } = document;
  if (!isMap(contents)) return;
  const { items } = contents;
  contents.items = items.filter(({ key }) => !(isScalar(key) && key.value === "steps"));
  try {
    expandVariables(io, document, source);
  } finally {
    contents.items = items;
  }
}
