import { Tokenizer } from "@streamparser/json";
import { JsonValues } from "./json-values";

const LIMITS = { depth: 100, valueBytes: 1024 * 1024 };

/**
 * The object that a JSON text starts, as far as its head shows it: what is cut off is left out. Tells formats apart
 * before a file is read; what comes before a fault counts.
 */
export function jsonHead(head: string): Record<string, unknown> {
  const values = new JsonValues(["$"], () => {}, LIMITS);
  const tokenizer = new Tokenizer();
  tokenizer.onToken = (token) => values.add(token);
  try {
    tokenizer.write(head);
  } catch {
    // A text that is not JSON is refused where it is read, with its line.
  }
  return asObject(values.begun);
}

/** An object's entries; none of anything else. */
export function asObject(value: unknown): Record<string, unknown> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value)) : {};
}

/** The entries of the first object of a list. */
export function firstOf(value: unknown): Record<string, unknown> {
  return asObject(Array.isArray(value) ? value[0] : undefined);
}
