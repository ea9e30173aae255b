"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { noteLook } from "@/lib/registry/overview/last-look";
import { actorIn } from "@/lib/registry/person/actor";
import { createService } from "@/lib/registry/service/create";
import { removeSampleAs } from "@/lib/registry/tenant/remove-sample";
import { createToken } from "@/lib/registry/token/create";
import { action, signedAction } from "@/lib/web/action";
import { viewerAction } from "@/lib/web/viewer-action";

const changed = () => ["/"];

export const addFirstServiceAction = action(createService, changed);
export const createFirstTokenAction = signedAction(createToken, changed);

/** Notes what the reader was shown. The page stays as it is: what one has just seen does not vanish. */
export const noteLookAction = viewerAction(async ({ actor }, form) => {
  await noteLook(actor, { ...placeOf(form), all: false });
});

/** The reader says that all of it is read. */
export const markAsReadAction = viewerAction(async ({ actor }, form) => {
  await noteLook(actor, { ...placeOf(form), all: true });
  revalidatePath("/");
});

const placeOf = (form: FormData) => ({ at: form.get("at"), size: Number(form.get("size")) });

/** Removes the sample tenant beside the one in use, for somebody who is its admin too. */
export const removeSampleBesideAction = viewerAction(async ({ actor, hasPassword, memberships }) => {
  const sample = memberships.find((each) => each.sample);
  const there = sample && actorIn({ ...actor, hasPassword, memberships }, sample.tenantId);
  if (there) await removeSampleAs(there);
  revalidatePath("/", "layout");
  redirect("/");
});
