import type { Actor } from "@/lib/core/access";
import { peopleWithRoles } from "../gate/approval-facts";
import { read } from "../read";

export type PersonChoice = { id: string; name: string; email: string };

/** For a form: everybody of the tenant who is not disabled and holds a role now, by name. */
export async function personChoices(actor: Actor): Promise<PersonChoice[]> {
  return read(actor, async (tx, now) => {
    const people = await peopleWithRoles(tx, actor.tenantId, now);
    return [...people.values()].map(({ personId, name, email }) => ({ id: personId, name, email: email ?? "" }));
  });
}
