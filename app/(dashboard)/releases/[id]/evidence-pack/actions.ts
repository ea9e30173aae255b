"use server";

import { issueEvidencePack } from "@/lib/registry/evidence-pack/issue";
import { action } from "@/lib/web/action";

export const issueEvidencePackAction = action(issueEvidencePack, ({ releaseId }) => [
  `/releases/${releaseId}`,
  `/releases/${releaseId}/evidence-pack`,
]);
