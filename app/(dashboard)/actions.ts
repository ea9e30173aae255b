"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { TENANT_COOKIE } from "@/lib/auth/actor";
import { env } from "@/lib/env";
import { endOwnSessions } from "@/lib/registry/person/end-sessions";
import { removeSampleAs } from "@/lib/registry/tenant/remove-sample";
import { action } from "@/lib/web/action";
import { backPath } from "@/lib/web/back-path";
import { viewerAction } from "@/lib/web/viewer-action";

/** Chooses the tenant that pages show from now on; one of the person's own, else nothing changes. Goes on at `back`. */
export const switchTenant = viewerAction(async ({ memberships }, form) => {
  const chosen = memberships.find(({ tenantId }) => tenantId === form.get("tenantId"));
  if (chosen) {
    const secure = env().NEXTAUTH_URL?.startsWith("https://") ?? false;
    (await cookies()).set(TENANT_COOKIE, chosen.tenantId, { httpOnly: true, sameSite: "lax", path: "/", secure });
  }
  revalidatePath("/", "layout");
  const back = form.get("back");
  redirect(backPath(typeof back === "string" ? back : undefined) as Route);
});

export const removeSample = viewerAction(async ({ actor }) => {
  await removeSampleAs(actor);
  revalidatePath("/", "layout");
  redirect("/");
});

export const signOutEverywhereAction = action(endOwnSessions, () => []);
