"use server";

import { evaluateRelease } from "@/lib/registry/gate/evaluate";
import { signRelease } from "@/lib/registry/release/sign";
import { withdrawSignature } from "@/lib/registry/release/withdraw";
import { grantWaiver } from "@/lib/registry/waiver/grant";
import { action, signedAction } from "@/lib/web/action";

/** Any of these changes what the overview, the list and the release's own page say. */
const changed = () => ["/", "/releases"];

export const signReleaseAction = signedAction(signRelease, changed);
export const withdrawSignatureAction = action(withdrawSignature, changed);
export const waiveCheckAction = signedAction(grantWaiver, ({ id }) => [...changed(), "/waivers", `/waivers/${id}`]);
export const recordDecisionAction = action(evaluateRelease, changed);
