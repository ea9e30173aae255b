"use server";

import { confirmChecklist } from "@/lib/registry/checklist/confirm";
import { retryPostReleaseStep } from "@/lib/registry/post-release/retry";
import { acceptVerification } from "@/lib/registry/verification/accept";
import { action } from "@/lib/web/action";

const changed = ({ releaseId }: { releaseId: string }) => ["/releases", `/releases/${releaseId}`];

export const retryStepAction = action(retryPostReleaseStep, changed);
export const acceptVerificationAction = action(acceptVerification, changed);
export const confirmChecklistAction = action(confirmChecklist, changed);
