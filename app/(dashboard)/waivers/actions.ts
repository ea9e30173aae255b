"use server";

import { grantWaiver } from "@/lib/registry/waiver/grant";
import { revokeWaiver } from "@/lib/registry/waiver/revoke";
import { action, signedAction } from "@/lib/web/action";

const changed = ({ id, releaseId }: { id: string; releaseId: string | null }) => [
  "/waivers",
  `/waivers/${id}`,
  ...(releaseId ? [`/releases/${releaseId}`] : []),
];

export const extendWaiverAction = signedAction(grantWaiver, changed);
export const revokeWaiverAction = action(revokeWaiver, changed);
