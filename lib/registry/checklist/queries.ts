import type { Actor } from "@/lib/core/access";
import { type Checklist, checklist } from "@/lib/core/checklist/checklist";
import { canConfirm, undocumented } from "@/lib/core/checklist/runbooks";
import { read } from "../read";
import { findReleaseByText } from "../release/find-by-text";
import { checklistFacts } from "./facts";

export type ChecklistView = Checklist & {
  /** Whether the rollout has succeeded. */
  released: boolean;
  /** The metric names that a person can confirm; null: there is nothing to confirm. */
  confirmable: string[] | null;
};

/** The checklist of a release as it is now. */
export async function releaseChecklist(actor: Actor, releaseId: string): Promise<ChecklistView> {
  return read(actor, async (tx, now) => {
    const found = await findReleaseByText(tx, actor, releaseId);
    const facts = await checklistFacts(tx, actor, found, now);
    const { released, runbooks } = facts;
    return { ...checklist(facts), released, confirmable: canConfirm(runbooks) ? undocumented(runbooks) : null };
  });
}
