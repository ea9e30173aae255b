import { createFeed } from "@/lib/registry/calendar-feed/create";
import { disablePerson } from "@/lib/registry/person/disable";
import { enter, newIdentity } from "./provider-identity";
import type { ReadyCalls } from "./ready-calls";
import { newPerson, type TestTenant } from "./tenant";

/** Somebody disabled, somebody who signs in at the provider, and somebody with a calendar address of their own. */
export async function readyPeople(tenant: TestTenant): Promise<ReadyCalls> {
  const disabled = await newPerson(tenant, ["viewer"], "Dot Disabled");
  await disablePerson({ actor: tenant.admin }, { personId: disabled.id });
  const linked = await newPerson(tenant, ["viewer"], "Lin Linked");
  await enter(newIdentity({ email: linked.email, name: linked.name }));
  const reader = await newPerson(tenant, ["viewer"], "Cal Reader");
  const feed = await createFeed({ actor: reader }, {});
  return {
    "person.enable": { change: { personId: disabled.id } },
    "person.unlink-identity": { change: { personId: linked.id } },
    "calendar-feed.revoke": { actor: reader, change: { feedId: feed.id } },
  };
}
