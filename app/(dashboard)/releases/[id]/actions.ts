"use server";

import { evaluateRelease } from "@/lib/registry/gate/evaluate";
import { completeDraft } from "@/lib/registry/manifest/complete";
import { draftReleaseManifest } from "@/lib/registry/manifest/redraft";
import { advanceRelease } from "@/lib/registry/release/advance";
import { rejectRelease } from "@/lib/registry/release/reject";
import { signRelease } from "@/lib/registry/release/sign";
import { withdrawSignature } from "@/lib/registry/release/withdraw";
import { grantWaiver } from "@/lib/registry/waiver/grant";
import { requestWaiver } from "@/lib/registry/waiver/request";
import { action, signedAction } from "@/lib/web/action";

/** Any of these changes what the overview, the list and the release's own page say. */
const changed = () => ["/", "/releases"];

export const signReleaseAction = signedAction(signRelease, changed);
export const withdrawSignatureAction = action(withdrawSignature, changed);
export const waiveCheckAction = signedAction(grantWaiver, ({ id }) => [...changed(), "/waivers", `/waivers/${id}`]);
export const requestWaiverAction = action(requestWaiver, ({ releaseId }) => [
  ...changed(),
  "/waivers",
  ...(releaseId ? [`/releases/${releaseId}`] : []),
]);
export const advanceReleaseAction = action(advanceRelease, changed);
export const rejectReleaseAction = action(rejectRelease, changed);
export const completeDraftAction = action(completeDraft, changed);
export const draftManifestAction = action(draftReleaseManifest, changed);
export const recordDecisionAction = action(evaluateRelease, changed);
