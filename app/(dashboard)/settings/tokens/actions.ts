"use server";

import { createToken } from "@/lib/registry/token/create";
import { revokeToken } from "@/lib/registry/token/revoke";
import { action, signedAction } from "@/lib/web/action";

const changed = () => ["/settings/tokens"];

export const createTokenAction = signedAction(createToken, changed);
export const revokeTokenAction = action(revokeToken, changed);
