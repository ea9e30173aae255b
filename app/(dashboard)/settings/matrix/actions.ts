"use server";

import { cancelApprovalChange } from "@/lib/registry/environment/cancel-approval-change";
import { dropApprovalRow } from "@/lib/registry/environment/drop-approval-row";
import { setApprovalRoles } from "@/lib/registry/environment/set-approval-roles";
import { action } from "@/lib/web/action";

const changed = () => ["/settings/matrix"];

export const setApprovalRolesAction = action(setApprovalRoles, changed);
export const dropApprovalRowAction = action(dropApprovalRow, changed);
export const cancelApprovalChangeAction = action(cancelApprovalChange, changed);
