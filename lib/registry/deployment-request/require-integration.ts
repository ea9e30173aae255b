import type { Actor, IntegrationActor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";

/** Narrows to an integration, for what only a verified webhook and its job do. */
export function requireIntegration(actor: Actor): IntegrationActor {
  if (actor.kind === "integration") return actor;
  throw new DomainError("forbidden", "Only an integration can do this.");
}
