"use server";

import { setApprovalRoles } from "@/lib/registry/environment/set-approval-roles";
import { action } from "@/lib/web/action";

export const setApprovalRolesAction = action(setApprovalRoles, () => ["/settings/matrix"]);
