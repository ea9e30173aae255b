import { z } from "zod";
import { DomainError, type FieldIssue, isDomainError } from "@/lib/core/errors";
import { configurationOf } from "./configuration-delta";
import type { DraftContent } from "./draft";
import { parseManifest } from "./parse";
import type { Configuration, ConfigurationDelta, ManifestContent } from "./schema";
import { instantOfLocal } from "./window-time";

const line = z.string().trim().max(20_000);
const lines = z.string().max(100_000);

/** What a person adds to a draft, as it is typed. Lists are one a line; times are local to `zone`. */
export const manifestCompletion = z.strictObject({
  authors: lines,
  artifacts: z.array(z.strictObject({ name: line, hash: line })).max(1000),
  configuration_deltas: z
    .array(z.strictObject({ key: line, from: z.string().max(5000), to: z.string().max(5000) }))
    .max(1000),
  window_start: line,
  window_end: line,
  window_zone: line,
  rollback_summary: line,
  rollback_steps: lines,
  rollback_target: line,
  rollback_owner: line,
  rollback_runbook: line,
});
export type ManifestCompletion = z.output<typeof manifestCompletion>;

/**
 * The whole manifest from a draft and what a person typed to complete it. An empty old value is a key that was not set,
 * an empty new one a key that is removed. Throws `invalid` with the names of the form's fields.
 */
export function completeManifest(draft: DraftContent, typed: ManifestCompletion): ManifestContent {
  const [start, end] = [
    instantOfLocal(typed.window_start, typed.window_zone),
    instantOfLocal(typed.window_end, typed.window_zone),
  ];
  const faults = [...faultOf("window_start", start), ...faultOf("window_end", end), ...windowFault(start, end)];
  if (faults.length > 0) throw refused(faults);
  const deltas = typed.configuration_deltas.map(({ key, from, to }) => ({ key, from: from || null, to: to || null }));
  const { configuration } = draft;
  const document = {
    ...draft,
    authors: linesOf(typed.authors).map(authorOf),
    artifacts: typed.artifacts,
    ...(configuration ? { configuration: changed(configuration, deltas) } : {}),
    configuration_deltas: deltas,
    rollout_window: { start: "at" in start ? start.at : "", end: "at" in end ? end.at : "" },
    rollback_plan: rollbackPlan(draft, typed),
  };
  try {
    return parseManifest(document);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    throw refused(error.issues.map(({ path, message }) => ({ path: fieldOf(path), message: placed(path, message) })));
  }
}

const refused = (issues: FieldIssue[]) =>
  new DomainError("invalid", `manifest: ${issues.map(({ path, message }) => `${path} ${message}`).join("; ")}`, issues);

const faultOf = (path: string, found: ReturnType<typeof instantOfLocal>): FieldIssue[] =>
  "fault" in found ? [{ path, message: found.fault }] : [];

function windowFault(start: ReturnType<typeof instantOfLocal>, end: ReturnType<typeof instantOfLocal>): FieldIssue[] {
  if (!("at" in start) || !("at" in end) || Date.parse(start.at) < Date.parse(end.at)) return [];
  return [{ path: "window_end", message: "must be after the start" }];
}

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((each) => each.trim())
    .filter((each) => each !== "");

/** `Dana Dev <dana@example.com>`, or a name alone. */
function authorOf(text: string): { name: string; email?: string } {
  const [, name = "", email = ""] = /^(.*?)\s*<([^<>]*)>$/.exec(text) ?? [];
  return email === "" ? { name: text } : { name: name.trim(), email: email.trim() };
}

function rollbackPlan(draft: DraftContent, typed: ManifestCompletion) {
  const minutes = draft.rollback_plan?.estimated_minutes;
  return {
    summary: typed.rollback_summary,
    steps: linesOf(typed.rollback_steps),
    target_version: typed.rollback_target,
    owner: typed.rollback_owner,
    ...(minutes === undefined ? {} : { estimated_minutes: minutes }),
    ...(typed.rollback_runbook === "" ? {} : { runbook: typed.rollback_runbook }),
  };
}

/** The configuration after its changes, so that the next release is compared with what is really in force. */
function changed(configuration: Configuration, deltas: readonly ConfigurationDelta[]): Configuration {
  const values = new Map(configuration.map(({ key, value }) => [key, value]));
  for (const { key, to } of deltas) {
    if (to === null) values.delete(key);
    else values.set(key, to);
  }
  return configurationOf(values);
}

const FIELDS: readonly (readonly [string, string])[] = [
  ["rollback_plan.summary", "rollback_summary"],
  ["rollback_plan.steps", "rollback_steps"],
  ["rollback_plan.target_version", "rollback_target"],
  ["rollback_plan.owner", "rollback_owner"],
  ["rollback_plan.runbook", "rollback_runbook"],
  ["rollout_window.start", "window_start"],
  ["rollout_window.end", "window_end"],
  ["artifacts", "artifacts"],
  ["configuration", "configuration_deltas"],
  ["authors", "authors"],
];

/** The field of the form in which the part of the manifest was typed; the part itself where it was carried over. */
const fieldOf = (path: string): string => FIELDS.find(([part]) => path.startsWith(part))?.[1] ?? path;

/** Of a list, which row is meant. */
function placed(path: string, message: string): string {
  const [, row, part] = /^(?:artifacts|configuration_deltas|authors)\[(\d+)\](?:\.(\w+))?/.exec(path) ?? [];
  return row === undefined ? message : `Row ${Number(row) + 1}${part ? `, ${part}` : ""}: ${message}`;
}
