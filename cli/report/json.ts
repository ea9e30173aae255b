import { canonicalJson } from "@/lib/core/digest";

/** Canonical JSON (RFC 8785) and a newline: the same verdict is the same bytes at every door. */
export function jsonReport(value: unknown): string {
  return `${canonicalJson(value)}\n`;
}
