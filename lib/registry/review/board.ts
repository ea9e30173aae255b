import type { Tx } from "@/db/client";
import type { Actor, PersonActor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { rolesHeldAt } from "../member";

/** The person who signs for the change board; `forbidden` where the role was taken away since the request began. */
export async function requireBoard(tx: Tx, actor: Actor, at: Date): Promise<PersonActor> {
  const person = requirePerson(actor);
  const roles = await rolesHeldAt(tx, person.tenantId, person.id, at);
  if (roles.includes("change-board")) return person;
  throw new DomainError("forbidden", "Only the change board signs a review. You do not hold change-board any more.");
}
