import { stageRefusal } from "@/db/schema/release";
import { DomainError } from "@/lib/core/errors";
import type { Stage, StageState } from "@/lib/core/release/stages";
import { doneByColumns } from "../actor-columns";
import type { CommandScope } from "../command";
import { newId } from "../id";
import type { FoundRelease } from "./find";

export type Refusal = {
  asked: StageState;
  reason: string;
  missingStage: Stage | null;
  decisionId: string | null;
  at: Date;
};

/** Keeps an attempt that was refused, for the release's page, and gives the error with which it is answered. */
export async function keepRefusal(
  { tx, actor }: CommandScope,
  found: FoundRelease,
  refusal: Refusal,
): Promise<DomainError> {
  const { asked, reason, missingStage, decisionId, at } = refusal;
  await tx.insert(stageRefusal).values({
    tenantId: actor.tenantId,
    id: newId(at),
    releaseId: found.release.id,
    ...asked,
    reason,
    missingStage,
    decisionId,
    at,
    ...doneByColumns(actor),
  });
  return new DomainError("conflict", reason, [{ path: "stage", message: reason }]);
}
