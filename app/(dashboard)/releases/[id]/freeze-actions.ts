"use server";

import { overrideFreeze } from "@/lib/registry/calendar/override";
import { revokeFreezeOverride } from "@/lib/registry/calendar/revoke-override";
import { action, signedAction } from "@/lib/web/action";

const changed = () => ["/", "/releases"];

export const overrideFreezeAction = signedAction(overrideFreeze, changed);
export const revokeOverrideAction = action(revokeFreezeOverride, changed);
