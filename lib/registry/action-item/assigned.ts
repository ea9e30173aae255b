import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/core/access";
import { notify } from "../notification/notify";
import type { ActionItemRow } from "./find";

/** Tells a person of the tenant that an item is theirs now, unless they took it themselves. */
export async function tellOwner(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { id, title, ownerId, dueAt, serviceId }: ActionItemRow,
): Promise<void> {
  if (ownerId === null) return;
  await notify(
    { tx, tenantId: actor.tenantId, now },
    {
      kind: "action-item-assigned",
      // Given away and back again, it is told again.
      key: `${id}:${ownerId}:${now.toISOString()}`,
      to: { people: [ownerId] },
      except: [actor.id],
      serviceId,
      releaseId: null,
      title: `Action item for you: ${title}`,
      verdict: null,
      reason: `${actor.name} gave it to you. It is due on ${dueAt.toISOString().slice(0, 10)} (UTC).`,
      path: `/action-items/${id}`,
    },
  );
}
