"use server";

import { recordRehearsal } from "@/lib/registry/rehearsal/record";
import { remediateRehearsal } from "@/lib/registry/rehearsal/remediate";
import { action } from "@/lib/web/action";

export const recordRehearsalAction = action(recordRehearsal, () => ["/rehearsals"]);
export const remediateRehearsalAction = action(remediateRehearsal, ({ id }) => ["/rehearsals", `/rehearsals/${id}`]);
