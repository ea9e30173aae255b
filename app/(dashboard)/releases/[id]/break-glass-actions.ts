"use server";

import { cancelBreakGlass } from "@/lib/registry/break-glass/cancel";
import { confirmBreakGlass } from "@/lib/registry/break-glass/confirm";
import { requestBreakGlass } from "@/lib/registry/break-glass/request";
import { action, signedAction } from "@/lib/web/action";

const changed = ({ releaseId }: { releaseId: string }) => ["/", "/releases", `/releases/${releaseId}`];

export const requestBreakGlassAction = signedAction(requestBreakGlass, changed);
export const confirmBreakGlassAction = signedAction(confirmBreakGlass, changed);
export const cancelBreakGlassAction = action(cancelBreakGlass, changed);
