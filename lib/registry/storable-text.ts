import { fieldPath, invalid } from "@/lib/core/errors";

const MAX_DEPTH = 100;

/** PostgreSQL stores neither NUL nor half of a surrogate pair: both are refused here, naming the field, at every door. */
export function requireStorableText(value: unknown, path: PropertyKey[] = []): void {
  if (typeof value === "string") {
    const fault = textFault(value);
    if (fault) throw invalid(fieldPath(path), fault);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (path.length >= MAX_DEPTH) throw invalid("", `is nested more than ${MAX_DEPTH} levels deep`);
  for (const [key, member] of Object.entries(value)) {
    if (textFault(key)) throw invalid(fieldPath(path), "has a key with a character that cannot be stored");
    requireStorableText(member, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function textFault(text: string): string | null {
  if (text.includes("\u0000")) return "must not contain a NUL character";
  return text.isWellFormed() ? null : "must not contain half of a surrogate pair";
}
