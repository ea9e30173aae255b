"use server";

import { addGroupRole } from "@/lib/registry/group-role/add";
import { removeGroupRole } from "@/lib/registry/group-role/remove";
import { action } from "@/lib/web/action";

const changed = () => ["/settings/sign-in", "/settings/people", "/settings/matrix"];

export const addGroupRoleAction = action(addGroupRole, changed);
export const removeGroupRoleAction = action(removeGroupRole, changed);
