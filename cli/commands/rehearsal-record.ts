import { parseWith } from "@/lib/core/parse";
import { type RehearsalDocument, rehearsalDocument } from "@/lib/core/rehearsal/schema";
import { badInput } from "../exit";
import { readJson } from "../files/read";
import { type Io, setting } from "../io";
import { recordDuration, type SpanOf, sendRehearsal } from "../rehearsal/send";
import { required } from "../server/target";
import type { SendOptions } from "./send";

const TOLD = [
  "service",
  "environment",
  "fromVersion",
  "toVersion",
  "outcome",
  "startedAt",
  "finishedAt",
  "participant",
  "gap",
  "evidenceUrl",
] as const;
type Told = Partial<Record<Exclude<(typeof TOLD)[number], "participant" | "gap">, string>> & {
  participant?: string[];
  gap?: string[];
};
export type RehearsalRecordOptions = SendOptions & Told;

/** Records a drill that was done before: as options tell it, or as a file has it. */
export async function recordRehearsal(
  io: Io,
  file: string | undefined,
  options: RehearsalRecordOptions,
  of: SpanOf,
): Promise<void> {
  const given = TOLD.find((name) => options[name] !== undefined);
  if (file !== undefined && given) throw badInput(`give either FILE or --${optionOf(given)} and the others`);
  const body = file === undefined ? toldDocument(io, options) : await readJson(io, file);
  const document: RehearsalDocument = parseWith(rehearsalDocument, body, "rehearsal");
  recordDuration(of.telemetry, document);
  await sendRehearsal(io, { document, body }, options, of);
}

function toldDocument(io: Io, options: RehearsalRecordOptions): Record<string, unknown> {
  const need = (name: Exclude<keyof Told, "participant" | "gap">, variable?: string): string => {
    const value = options[name] ?? (variable === undefined ? undefined : setting(io, variable));
    return required(value, `FILE, or --${optionOf(name)}${variable === undefined ? "" : ` or ${variable}`}`);
  };
  if (!options.participant) throw badInput("missing: give FILE, or --participant for each who took part");
  return {
    kind: "rollback",
    service: need("service", "READINESS_SERVICE"),
    environment: need("environment", "READINESS_ENVIRONMENT"),
    started_at: need("startedAt"),
    finished_at: need("finishedAt"),
    outcome: need("outcome"),
    participants: options.participant,
    gaps: options.gap ?? [],
    ...(options.evidenceUrl === undefined ? {} : { evidence_url: options.evidenceUrl }),
    from_version: need("fromVersion"),
    to_version: need("toVersion"),
  };
}

const optionOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
