/** The closed set of reasons for which an operation is interrupted; mapped once at each door. */
export const ERROR_CODES = ["invalid", "unauthenticated", "forbidden", "not_found", "conflict", "unavailable"] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One thing that is wrong with the input: where (`suites[0].name`, empty for the whole) and what to do about it. */
export type FieldIssue = { path: string; message: string };

/** The one error that rolls a transaction back. Its message is shown to people: no internals in it. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly issues: FieldIssue[] = [],
  ) {
    super(message);
  }
}

/** `invalid` for one named field. */
export function invalid(path: string, message: string): DomainError {
  return new DomainError("invalid", path ? `${path}: ${message}` : message, [{ path, message }]);
}

/** `["suites", 0, "name"]` → `suites[0].name`, the form in which people read a field's place. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text ? `${text}.${String(key)}` : String(key);
  }, "");
}

/** By shape, not by class: bundles of one process may each hold a copy of the class. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === "DomainError" && "code" in error && "issues" in error;
}
