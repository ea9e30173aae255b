"use server";

import { acknowledgeIncident } from "@/lib/registry/incident/acknowledge";
import { attributeIncident } from "@/lib/registry/incident/attribute";
import { changeSeverity } from "@/lib/registry/incident/change-severity";
import { closeIncident } from "@/lib/registry/incident/close";
import { declareIncident } from "@/lib/registry/incident/declare";
import { describeIncident } from "@/lib/registry/incident/describe";
import { handOverRole } from "@/lib/registry/incident/hand-over-role";
import { leaveRole } from "@/lib/registry/incident/leave-role";
import { linkIncident } from "@/lib/registry/incident/link";
import { mergeIncident } from "@/lib/registry/incident/merge";
import { moveIncident } from "@/lib/registry/incident/move";
import { reopenIncident } from "@/lib/registry/incident/reopen";
import { resolveIncident } from "@/lib/registry/incident/resolve";
import { setAffectedServices } from "@/lib/registry/incident/set-affected-services";
import { takeRole } from "@/lib/registry/incident/take-role";
import { unlinkIncident } from "@/lib/registry/incident/unlink";
import { action } from "@/lib/web/action";

/** An incident stands on the overview, in the list, and in the way of the releases of its services. */
const changed = () => ["/", "/incidents", "/releases"];

export const declareIncidentAction = action(declareIncident, changed);
export const acknowledgeIncidentAction = action(acknowledgeIncident, changed);
export const moveIncidentAction = action(moveIncident, changed);
export const resolveIncidentAction = action(resolveIncident, changed);
export const reopenIncidentAction = action(reopenIncident, changed);
export const closeIncidentAction = action(closeIncident, changed);
export const takeRoleAction = action(takeRole, changed);
export const handOverRoleAction = action(handOverRole, changed);
export const leaveRoleAction = action(leaveRole, changed);
export const changeSeverityAction = action(changeSeverity, changed);
export const describeIncidentAction = action(describeIncident, changed);
export const setAffectedServicesAction = action(setAffectedServices, changed);
export const mergeIncidentAction = action(mergeIncident, changed);
export const linkIncidentAction = action(linkIncident, changed);
export const unlinkIncidentAction = action(unlinkIncident, changed);
export const attributeIncidentAction = action(attributeIncident, changed);
