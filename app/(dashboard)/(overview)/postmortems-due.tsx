import { LoadFailure } from "@/components/page/load-failure";
import { DuePostmortems } from "@/components/postmortem/due-postmortems";
import type { PersonActor } from "@/lib/core/access";
import { duePostmortems } from "@/lib/registry/postmortem/queries";
import { load } from "@/lib/web/load";

/** Postmortems that are overdue, for everybody; and those that the reader owes as a commander. */
export async function PostmortemsDue({ actor }: { actor: PersonActor }) {
  const found = await load(duePostmortems(actor));
  return found.ok ? <DuePostmortems {...found.data} /> : <LoadFailure failure={found.failure} retryHref="/" />;
}
