"use server";

import { createFeed } from "@/lib/registry/calendar-feed/create";
import { revokeFeed } from "@/lib/registry/calendar-feed/revoke";
import { cancelSession } from "@/lib/registry/rehearsal/cancel-session";
import { endProgramme } from "@/lib/registry/rehearsal/end-programme";
import { moveSession } from "@/lib/registry/rehearsal/move-session";
import { planRehearsal } from "@/lib/registry/rehearsal/plan-session";
import { recordRehearsal } from "@/lib/registry/rehearsal/record";
import { remediateRehearsal } from "@/lib/registry/rehearsal/remediate";
import { setProgramme } from "@/lib/registry/rehearsal/set-programme";
import { action } from "@/lib/web/action";

const changed = () => ["/", "/rehearsals"];

export const recordRehearsalAction = action(recordRehearsal, changed);
export const remediateRehearsalAction = action(remediateRehearsal, ({ id }) => [...changed(), `/rehearsals/${id}`]);
export const planSessionAction = action(planRehearsal, changed);
export const moveSessionAction = action(moveSession, changed);
export const cancelSessionAction = action(cancelSession, changed);
export const setProgrammeAction = action(setProgramme, changed);
export const endProgrammeAction = action(endProgramme, changed);
// The page is read again when the dialog closes: until then it shows an address that is shown once.
export const createFeedAction = action(createFeed, () => []);
export const revokeFeedAction = action(revokeFeed, changed);
