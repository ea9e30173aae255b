import type { Actor, PersonActor } from "@/lib/core/access";
import { listEnvironments } from "@/lib/registry/environment/queries";
import type { CommandName } from "./commands";
import { readyMachines } from "./ready-machines";
import { readyPeople } from "./ready-people";
import { readyReleases } from "./ready-releases";
import { readyRollouts } from "./ready-rollouts";
import { readySessions } from "./ready-sessions";
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

/**
 * Records of their own, of another service than the one of `recordsOf`, for the commands that only succeed in a certain
 * state: so each would succeed once, whatever was called before it.
 */
export async function readyRecords(tenant: TestTenant, pipeline: Actor, caller: PersonActor): Promise<ReadyCalls> {
  const rollouts = await readyRollouts(tenant, pipeline);
  const production = (await listEnvironments(tenant.admin)).find(({ slug }) => slug === "production");
  if (!production) throw new Error("nothing was rolled out to production");
  const place = { tenant, pipeline, caller, serviceId: tenant.service.id, environmentId: production.id };
  return {
    ...rollouts,
    ...(await readyReleases(place)),
    ...(await readySessions(place)),
    ...(await readyMachines(place)),
    ...(await readyPeople(tenant)),
  };
}
