import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { delegation } from "@/db/schema/approval";
import { membership } from "@/db/schema/tenant";
import { ROLES } from "@/lib/core/access";
import { requireDelegable } from "@/lib/core/approval/delegation";
import { changeInstant } from "@/lib/core/approval/matrix-change";
import { DomainError } from "@/lib/core/errors";
import { instantText } from "@/lib/core/instant";
import { requirePerson } from "../actor-columns";
import { type CommandScope, command } from "../command";
import { peopleWithRoles } from "../gate/approval-facts";
import { newId } from "../id";
import { notify } from "../notification/notify";

const instant = instantText.transform((text) => new Date(text));
const input = z.strictObject({
  toPersonId: z.uuid(),
  role: z.enum(ROLES),
  /** Left out: at once. */
  startsAt: instant.optional(),
  endsAt: instant,
  reason: z.string().trim().min(1, "say why, such as a holiday").max(2000),
});

/** Lends a role of one's own while away: the delegate may sign in it on one's behalf. */
export const giveDelegation = command({
  name: "delegation.give",
  permission: "approval:delegate",
  input,
  async run(scope, { toPersonId, role, reason, ...wanted }) {
    const { tx, actor, readClock } = scope;
    const { id: fromId, name: fromName } = requirePerson(actor);
    await lockLender(scope, fromId);
    const now = await readClock();
    const people = await peopleWithRoles(tx, actor.tenantId, now);
    const delegate = people.get(toPersonId);
    if (!delegate) throw new DomainError("not_found", "There is no such person here.");
    const startsAt = changeInstant(wanted.startsAt ?? null, now, "startsAt");
    const from = { id: fromId, rolesNow: people.get(fromId)?.roles ?? [] };
    const others = await lentBy(scope, fromId, now);
    requireDelegable({ role, from, toId: toPersonId, startsAt, endsAt: wanted.endsAt, others, now });
    const id = newId(now);
    const row = { role, fromId, fromName, toId: toPersonId, toName: delegate.name, reason };
    await tx
      .insert(delegation)
      .values({ tenantId: actor.tenantId, id, ...row, startsAt, endsAt: wanted.endsAt, createdAt: now });
    const span = { startsAt: startsAt.toISOString(), endsAt: wanted.endsAt.toISOString() };
    await tellDelegate(scope, { id, ...row, ...span }, now);
    return {
      value: { id, ...span },
      record: {
        kind: "delegation",
        subjects: [id, fromId, toPersonId],
        data: { delegation: id, title: `${role}: ${fromName} to ${delegate.name}`, ...row, ...span },
      },
    };
  },
});

/** Of two delegations by one person at once, the second is judged by what the first has lent. */
async function lockLender({ tx, actor }: CommandScope, personId: string): Promise<void> {
  await tx
    .select({ role: membership.role })
    .from(membership)
    .where(and(eq(membership.tenantId, actor.tenantId), eq(membership.personId, personId)))
    .for("update");
}

function lentBy({ tx, actor }: CommandScope, fromId: string, now: Date) {
  return tx
    .select()
    .from(delegation)
    .where(
      and(
        eq(delegation.tenantId, actor.tenantId),
        eq(delegation.fromId, fromId),
        isNull(delegation.revokedAt),
        gt(delegation.endsAt, now),
      ),
    );
}

type Told = {
  id: string;
  toId: string;
  fromName: string;
  role: string;
  reason: string;
  startsAt: string;
  endsAt: string;
};

async function tellDelegate({ tx, actor }: CommandScope, told: Told, now: Date): Promise<void> {
  await notify(
    { tx, tenantId: actor.tenantId, now },
    {
      kind: "delegation-given",
      key: `delegation-given:${told.id}`,
      to: { people: [told.toId] },
      serviceId: null,
      releaseId: null,
      title: `You act for ${told.fromName} as ${told.role}`,
      verdict: null,
      reason: `From ${told.startsAt} until ${told.endsAt} (UTC) you may sign releases on their behalf: ${told.reason}`,
      path: "/delegations",
    },
  );
}
