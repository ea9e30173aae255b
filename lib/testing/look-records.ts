import type { PersonActor } from "@/lib/core/access";
import { changesSince } from "@/lib/registry/overview/changes";
import { noteLook } from "@/lib/registry/overview/last-look";

/** Somebody has looked at what there is now. `all`: and says that it is read. */
export async function lookRecord(actor: PersonActor, all = false): Promise<void> {
  const { upTo } = await changesSince(actor, []);
  await noteLook(actor, { ...upTo, all });
}
