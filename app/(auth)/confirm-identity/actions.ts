"use server";

import { cookies } from "next/headers";
import { confirmationCookie } from "@/lib/auth/confirmation-cookie";
import { beginConfirmation } from "@/lib/registry/person/confirmation";
import { viewerAction } from "@/lib/web/viewer-action";

/** Asks for a confirmation, which only this browser's answer of the provider can give. */
export const beginConfirmationAction = viewerAction(async ({ actor }) => {
  (await cookies()).set(confirmationCookie(await beginConfirmation(actor.id)));
});
