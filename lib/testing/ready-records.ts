import type { Actor, PersonActor } from "@/lib/core/access";
import { listEnvironments } from "@/lib/registry/environment/queries";
import type { ReadyCalls } from "./ready-calls";
import { readyCatalogue } from "./ready-catalogue";
import { readyIncident } from "./ready-incident";
import { readyItems } from "./ready-items";
import { readyMachines } from "./ready-machines";
import { readyPeople } from "./ready-people";
import { readyPostmortem } from "./ready-postmortem";
import { readyReleases } from "./ready-releases";
import { readyReviews } from "./ready-reviews";
import { readyRollouts } from "./ready-rollouts";
import { readySessions } from "./ready-sessions";
import { readyTimeline } from "./ready-timeline";
import type { TestTenant } from "./tenant";

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
    ...(await readyIncident(place)),
    ...(await readyTimeline(place)),
    ...(await readyPostmortem(place)),
    ...(await readyReviews(place)),
    ...(await readyCatalogue(place)),
    ...(await readyItems(place)),
    ...(await readyMachines(place)),
    ...(await readyPeople(tenant)),
  };
}
