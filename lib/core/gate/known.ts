import type { z } from "zod";
import { fieldPath } from "@/lib/core/errors";

/** Why a fact cannot be judged. `unreachable`: the look-up failed, so that new evidence would not help either. */
export type Unknown = { known: false; outcome: "missing" | "error"; reason: string; unreachable: boolean };

/** A fact that can be judged, or why it cannot. Neither `missing` nor `error` ever lets a check pass. */
export type Known<T> = { known: true; value: T } | Unknown;

export function fact<T>(value: T): Known<T> {
  return { known: true, value };
}
export function noFact(outcome: Unknown["outcome"], reason: string, unreachable = false): Unknown {
  return { known: false, outcome, reason, unreachable };
}

/** Reads a look-up of the facts. Anything but a `found` value of the expected shape is unknown; never throws. */
export function readLookup<T>(lookup: unknown, shape: z.ZodType<T>, what: string): Known<T> {
  const failed = `the ${what} could not be looked up`;
  if (typeof lookup !== "object" || lookup === null || !("state" in lookup)) return noFact("error", failed, true);
  if (lookup.state === "found" && "value" in lookup) return readValue(lookup.value, shape, what);
  const reason = "reason" in lookup && typeof lookup.reason === "string" ? lookup.reason.toWellFormed() : "";
  if (lookup.state === "missing") return noFact("missing", reason || `there is no ${what}`);
  return noFact("error", reason ? `${failed}: ${reason}` : failed, true);
}

/** Reads a value that is there without a look-up. */
export function readValue<T>(value: unknown, shape: z.ZodType<T>, what: string): Known<T> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return fact(parsed.data);
  const issue = parsed.error.issues[0];
  const place = issue ? fieldPath(issue.path) : "";
  return noFact("error", `the ${what} cannot be judged: ${place ? `${place}: ` : ""}${issue?.message ?? "not valid"}`);
}
