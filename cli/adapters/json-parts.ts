import type { z } from "zod";
import { fieldPath } from "@/lib/core/errors";
import { badInput } from "../exit";
import type { Io } from "../io";
import { type JsonLimits, readJsonStream, type VisitJson } from "./json-stream";

export type JsonParts = Record<string, (value: unknown, where: string, key: string) => void>;

/** Reads a JSON file part by part: each handler gets the values at its path. */
export async function readJsonParts(
  io: Io,
  path: string,
  parts: JsonParts,
  limits: Partial<JsonLimits> = {},
): Promise<void> {
  const visit: VisitJson = (value, key, where, part) => parts[part]?.(value, where, String(key ?? ""));
  await readJsonStream(io, path, Object.keys(parts), visit, limits);
}

/** A value of the shape that a tool writes; bad input, naming the place, for any other. */
export function shaped<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = fieldPath(issue?.path ?? []);
  throw badInput(`${where}: ${place ? `${place}: ` : ""}${issue?.message ?? "is not of the expected shape"}`);
}

/** Checks the kind of a value without holding it; with `sees`, notes that it is there. */
export function expectKind(wanted: readonly string[], sees: () => void = () => {}) {
  return (kind: unknown, where: string): void => {
    if (typeof kind !== "string" || !wanted.includes(kind)) {
      throw badInput(`${where}: must be ${wanted.join(" or ")}, but is ${String(kind)}`);
    }
    sees();
  };
}
