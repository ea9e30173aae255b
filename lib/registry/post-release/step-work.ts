import type { StepResult } from "@/lib/core/post-release/result";
import type { CommandScope } from "../command";
import type { FoundRelease } from "../release/find";

/** `result.skipped` says that there was nothing to do. `kind`, `data` and `subjects` go into the ledger. */
export type WorkDone = {
  result: StepResult;
  kind: "archive" | "post-release" | "stage";
  data: Record<string, unknown>;
  subjects?: string[];
};
/** Does a step, within the transaction in which it is noted as done. The release is locked. */
export type StepWork = (scope: CommandScope, found: FoundRelease) => Promise<WorkDone>;
