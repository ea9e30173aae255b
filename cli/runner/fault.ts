import { isDomainError } from "@/lib/core/errors";
import { CliError } from "../exit";

/** What went wrong with a file, in words; only errors that are meant for people speak for themselves. */
export function faultOf(error: unknown, what: string): string {
  if (error instanceof CliError || isDomainError(error)) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  return `${what} (${code ?? (error instanceof Error ? error.name : "unknown")})`;
}
