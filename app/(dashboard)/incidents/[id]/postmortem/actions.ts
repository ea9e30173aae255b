"use server";

import { requireActor } from "@/lib/auth/actor";
import { amendPostmortem } from "@/lib/registry/postmortem/amend";
import { answerReview } from "@/lib/registry/postmortem/answer-review";
import { beginPostmortem } from "@/lib/registry/postmortem/begin";
import { completePostmortem } from "@/lib/registry/postmortem/complete";
import { importPostmortem } from "@/lib/registry/postmortem/import";
import { publishPostmortem } from "@/lib/registry/postmortem/publish";
import { type SavedSince, savedAfter } from "@/lib/registry/postmortem/queries";
import { requestReview } from "@/lib/registry/postmortem/request-review";
import { savePostmortem } from "@/lib/registry/postmortem/save";
import { action } from "@/lib/web/action";

/** An owed postmortem stands on the overview, and its state with its incident. */
const changed = ({ incidentId }: { incidentId: string }) => [
  "/",
  `/incidents/${incidentId}`,
  `/incidents/${incidentId}/postmortem`,
];

export const importPostmortemAction = action(importPostmortem, () => ["/", "/incidents"]);
export const beginPostmortemAction = action(beginPostmortem, changed);
/** The open page knows what it saved: reading all of it again would disturb whoever is writing. */
export const savePostmortemAction = action(savePostmortem, () => []);
export const requestReviewAction = action(requestReview, changed);
export const answerReviewAction = action(answerReview, changed);
export const publishPostmortemAction = action(publishPostmortem, changed);
export const completePostmortemAction = action(completePostmortem, changed);
export const amendPostmortemAction = action(amendPostmortem, changed);

/** What others have saved since a revision; null where it cannot be known right now. */
export async function savedAfterAction(incidentId: string, revision: number): Promise<SavedSince | null> {
  try {
    return await savedAfter(await requireActor(), incidentId, revision);
  } catch {
    return null;
  }
}
