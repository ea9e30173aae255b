import { DomainError } from "@/lib/core/errors";

/** `conflict`: a run's evidence is stored once, and this run said something else before. */
export function runConflict(runId: string, what: "content" | "metrics" | "results"): DomainError {
  return new DomainError(
    "conflict",
    `Run ${runId} was submitted before with other ${what}. A new run needs a new run_id.`,
    [{ path: "document.run_id", message: "already used with other content" }],
  );
}
