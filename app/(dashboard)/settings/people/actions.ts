"use server";

import { addPerson } from "@/lib/registry/person/add";
import { disablePerson, enablePerson } from "@/lib/registry/person/disable";
import { endSessions } from "@/lib/registry/person/end-sessions";
import { resetPassword } from "@/lib/registry/person/reset-password";
import { setRoleExpiry } from "@/lib/registry/person/set-role-expiry";
import { setRoles } from "@/lib/registry/person/set-roles";
import { unlinkIdentity } from "@/lib/registry/person/unlink-identity";
import { action, signedAction } from "@/lib/web/action";

const changed = () => ["/settings/people", "/settings/matrix"];

export const addPersonAction = action(addPerson, changed);
export const setRoleExpiryAction = action(setRoleExpiry, changed);
export const setRolesAction = action(setRoles, changed);
export const resetPasswordAction = signedAction(resetPassword, changed);
export const endSessionsAction = action(endSessions, changed);
export const disablePersonAction = action(disablePerson, changed);
export const enablePersonAction = action(enablePerson, changed);
export const unlinkIdentityAction = signedAction(unlinkIdentity, changed);
