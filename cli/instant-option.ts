import { parseInstant } from "@/lib/core/instant";
import { badInput } from "./exit";

/** The value of an option that is an instant, as it was given. */
export function instantOption(option: string, text: string): string {
  if (parseInstant(text)) return text;
  throw badInput(`${option} ${text}: must be an RFC 3339 time with a zone, such as 2025-10-01T12:00:00Z`);
}
