import type { Actor, PersonActor } from "@/lib/core/access";
import type { CommandName } from "./commands";
import type { TestTenant } from "./tenant";

/** Who calls a command, and what of the input of `commandTable` is another record or value. */
export type ReadyCall = { actor?: Actor; change?: Record<string, unknown> };
export type ReadyCalls = Partial<Record<CommandName, ReadyCall>>;

export type ReadyPlace = {
  tenant: TestTenant;
  pipeline: Actor;
  /** Who calls every command that names no other actor here. */
  caller: PersonActor;
  serviceId: string;
  environmentId: string;
};
