import type { z } from "zod";
import { DomainError, type FieldIssue, fieldPath } from "./errors";

/**
 * Parses `value` with `schema`, or throws `invalid` with one issue for each field, every one naming its place.
 * `what` names the document in the message ("scorecard").
 */
export function parseWith<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.flatMap(toFieldIssues);
  const first = issues[0];
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  throw new DomainError(
    "invalid",
    `${what}: ${first?.path ? `${first.path}: ` : ""}${first?.message ?? "not valid"}${more}`,
    issues,
  );
}

function toFieldIssues(issue: z.core.$ZodIssue): FieldIssue[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: fieldPath([...issue.path, key]),
      message: "unknown key; remove it or correct its spelling",
    }));
  }
  return [{ path: fieldPath(issue.path), message: issue.message }];
}
