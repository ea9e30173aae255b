"use server";

import { giveDelegation } from "@/lib/registry/delegation/give";
import { revokeDelegation } from "@/lib/registry/delegation/revoke";
import { action } from "@/lib/web/action";

/** Who can sign is on the overview and on every release's page too. */
const changed = () => ["/delegations", "/", "/releases"];

export const giveDelegationAction = action(giveDelegation, changed);
export const revokeDelegationAction = action(revokeDelegation, changed);
