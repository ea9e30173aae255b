import { digestOf } from "@/lib/core/digest";

const MAX_DEPTH = 64;

/**
 * Digest of facts as they are. Facts that have no canonical form (NaN, lone surrogates …) are digested in a readable
 * stand-in form, so that a refusal can be recorded as well; such facts never approve.
 */
export function digestOfAny(value: unknown): string {
  try {
    return digestOf(value);
  } catch {
    return digestOf(plain(value));
  }
}

/** A JSON value that says the same: what JSON cannot hold becomes text. */
export function plain(value: unknown, depth = 0): unknown {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value !== "object" || depth > MAX_DEPTH) return value === undefined ? null : `[${typeof value}]`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.map(([key, member]) => [key.toWellFormed(), plain(member, depth + 1)]));
}
