import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import type { Party } from "@/lib/core/gate/facts";

/** The `by…` columns of a record that this actor makes. */
export function doneByColumns(actor: Actor) {
  return {
    byKind: actor.kind,
    byId: actor.id,
    byName: actor.name,
    byEmail: actor.kind === "person" ? actor.email : null,
  };
}

/** The `by…` columns back as the core's word for who did it, in which every machine is a token. */
export function partyOf(row: {
  byKind: "person" | "token" | "integration" | "system";
  byId: string;
  byName: string;
  byEmail: string | null;
}): Party {
  return { kind: row.byKind === "person" ? "person" : "token", id: row.byId, name: row.byName, email: row.byEmail };
}

/** A token limited to a service or environment may touch no other. */
export function requireReach(actor: Actor, target: { serviceId?: string; environmentId?: string }): void {
  if (actor.kind !== "token") return;
  if (actor.serviceId && target.serviceId && actor.serviceId !== target.serviceId) {
    throw new DomainError("forbidden", "This token is limited to another service.");
  }
  if (actor.environmentId && target.environmentId && actor.environmentId !== target.environmentId) {
    throw new DomainError("forbidden", "This token is limited to another environment.");
  }
}

/** Narrows to a person, for what a token can never do. */
export function requirePerson(actor: Actor) {
  if (actor.kind === "person") return actor;
  throw new DomainError("forbidden", "Only a signed-in person can do this.");
}
