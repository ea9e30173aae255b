import { DomainError, type FieldIssue } from "@/lib/core/errors";
import type { VerdictWord } from "@/lib/core/gate/verdict";

/** What a pipeline reads. Of `gate`, nothing but an explicit approve is 0. */
export const EXIT = { approve: 0, reject: 1, waiverRequired: 2, badInput: 3, failure: 4 } as const;
export const EXIT_SUCCESS = 0;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const EXIT_OF_VERDICT = new Map<string, ExitCode>([
  ["approve", EXIT.approve],
  ["reject", EXIT.reject],
  ["waiver_required", EXIT.waiverRequired],
] satisfies [VerdictWord, ExitCode][]);

/** A word that is no verdict is a failure, whatever the types promised. */
export function exitOfVerdict(word: string): ExitCode {
  return EXIT_OF_VERDICT.get(word) ?? EXIT.failure;
}

/** An error with the exit code that it leads to. Its message is shown as it is. */
export class CliError extends Error {
  override readonly name = "CliError";
  constructor(
    readonly exitCode: Exclude<ExitCode, 0>,
    message: string,
    readonly issues: readonly FieldIssue[] = [],
    /** HTTP status with which the server refused; null where it was not the server. */
    readonly status: number | null = null,
  ) {
    super(message);
  }
}

export const badInput = (message: string, issues: readonly FieldIssue[] = [], status: number | null = null) =>
  new CliError(EXIT.badInput, message, issues, status);
export const failure = (message: string) => new CliError(EXIT.failure, message);

/** Never 0. What nobody expected is a failure, not bad input. */
export function exitOfError(error: unknown): Exclude<ExitCode, 0> {
  if (error instanceof CliError) return error.exitCode;
  if (error instanceof DomainError) return error.code === "unavailable" ? EXIT.failure : EXIT.badInput;
  return EXIT.failure;
}
