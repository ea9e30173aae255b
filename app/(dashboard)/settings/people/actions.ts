"use server";

import { addPerson } from "@/lib/registry/person/add";
import { resetPassword } from "@/lib/registry/person/reset-password";
import { setRoles } from "@/lib/registry/person/set-roles";
import { action, signedAction } from "@/lib/web/action";

const changed = () => ["/settings/people", "/settings/matrix"];

export const addPersonAction = action(addPerson, changed);
export const setRolesAction = action(setRoles, changed);
export const resetPasswordAction = signedAction(resetPassword, () => []);
