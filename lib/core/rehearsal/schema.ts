import { z } from "zod";
import { fieldPath, invalid } from "@/lib/core/errors";
import { instantText, parseInstant } from "@/lib/core/instant";

const shortText = z.string().trim().min(1, "must not be empty").max(500);

export const REHEARSAL_STEPS = ["deploy", "rollback", "verify"] as const;

/** One timed part of a drill. */
const step = z.strictObject({
  name: z.enum(REHEARSAL_STEPS),
  started_at: instantText,
  finished_at: instantText,
  outcome: z.enum(["passed", "failed", "not_run"]),
  detail: z.string().max(2000).optional(),
});
export type RehearsalStep = z.output<typeof step>;

const drill = z.strictObject({
  kind: z.literal("rollback"),
  service: shortText,
  environment: z.string().trim().min(1, "must not be empty").max(64),
  started_at: instantText,
  finished_at: instantText,
  outcome: z.enum(["passed", "failed", "aborted"]),
  participants: z.array(shortText).min(1, "must name at least one participant").max(200),
  gaps: z.array(z.string().trim().min(1, "must not be empty").max(5000)).max(200).default([]),
  evidence_url: z
    .url({ protocol: /^https?$/, message: "must be an http or https address" })
    .max(2000)
    .optional(),
  from_version: shortText,
  to_version: shortText,
  steps: z
    .array(step)
    .max(REHEARSAL_STEPS.length)
    .refine((steps) => new Set(steps.map(({ name }) => name)).size === steps.length, "must not list a step twice")
    .optional(),
});

/** The document's fields one by one, for what is written before the drill. */
export const rehearsalFields = drill.shape;

/**
 * Wire form of one rollback rehearsal, as a pipeline or a person records it. One with a step that did not pass cannot
 * have passed.
 */
export const rehearsalDocument = drill.refine(
  ({ outcome, steps = [] }) => outcome !== "passed" || steps.every((each) => each.outcome === "passed"),
  { path: ["outcome"], message: "cannot be passed while a step is not" },
);
export type RehearsalDocument = z.output<typeof rehearsalDocument>;

type Times = Pick<RehearsalDocument, "started_at" | "finished_at" | "steps">;

/**
 * Throws `invalid` for a rehearsal that ends in the future or before it started, and for a step that was not within it;
 * `at` is the instant of recording.
 */
export function checkRehearsalTimes(document: Times, at: Date): void {
  const started = readTime(document.started_at, "started_at");
  const finished = readTime(document.finished_at, "finished_at");
  if (started > at) throw invalid("started_at", "must not be in the future");
  if (finished > at) throw invalid("finished_at", "must not be in the future");
  if (finished < started) throw invalid("finished_at", "must not be before the start");
  for (const [index, step] of (document.steps ?? []).entries()) {
    const path = (name: string) => fieldPath(["steps", index, name]);
    const began = readTime(step.started_at, path("started_at"));
    const ended = readTime(step.finished_at, path("finished_at"));
    if (began < started) throw invalid(path("started_at"), "must not be before the rehearsal's start");
    if (ended > finished) throw invalid(path("finished_at"), "must not be after the rehearsal's end");
    if (ended < began) throw invalid(path("finished_at"), "must not be before the start");
  }
}

function readTime(text: string, path: string): Date {
  const time = parseInstant(text);
  if (!time) throw invalid(path, "must be an RFC 3339 time with a zone, such as 2025-10-01T12:00:00Z");
  return time;
}
