"use server";

import { revalidatePath } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { requireActor, TENANT_COOKIE, viewer } from "@/lib/auth/actor";
import { env } from "@/lib/env";
import { removeSampleAs } from "@/lib/registry/tenant/remove-sample";
import { requireSameOrigin } from "@/lib/web/same-origin";

/** Chooses the tenant that pages show from now on; one of the person's own, else nothing changes. */
export async function switchTenant(form: FormData): Promise<void> {
  requireSameOrigin(await headers());
  const found = await viewer();
  const chosen = found?.memberships.find(({ tenantId }) => tenantId === form.get("tenantId"));
  if (chosen) {
    const secure = env().NEXTAUTH_URL?.startsWith("https://") ?? false;
    (await cookies()).set(TENANT_COOKIE, chosen.tenantId, { httpOnly: true, sameSite: "lax", path: "/", secure });
  }
  revalidatePath("/", "layout");
  redirect("/");
}

export async function removeSample(): Promise<void> {
  requireSameOrigin(await headers());
  await removeSampleAs(await requireActor());
  revalidatePath("/", "layout");
  redirect("/");
}
