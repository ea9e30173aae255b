"use server";

import { denyWaiver } from "@/lib/registry/waiver/deny";
import { grantWaiver } from "@/lib/registry/waiver/grant";
import { requestWaiver } from "@/lib/registry/waiver/request";
import { revokeWaiver } from "@/lib/registry/waiver/revoke";
import { withdrawWaiverRequest } from "@/lib/registry/waiver/withdraw-request";
import { action, signedAction } from "@/lib/web/action";

const releasePages = (releaseId: string | null) => (releaseId ? [`/releases/${releaseId}`] : []);
const changed = ({ id, releaseId }: { id: string; releaseId: string | null }) => [
  "/waivers",
  `/waivers/${id}`,
  ...releasePages(releaseId),
];
const changedRequest = ({ id, releaseId }: { id: string; releaseId: string | null }) => [
  "/waivers",
  `/waivers/requests/${id}`,
  ...releasePages(releaseId),
];

export const extendWaiverAction = signedAction(grantWaiver, changed);
export const grantRequestAction = signedAction(grantWaiver, changed);
export const revokeWaiverAction = action(revokeWaiver, changed);
export const requestExtensionAction = action(requestWaiver, changedRequest);
export const denyWaiverAction = action(denyWaiver, changedRequest);
export const withdrawRequestAction = action(withdrawWaiverRequest, changedRequest);
