import { OpenIncidents } from "@/components/incident/open-incidents";
import { LoadFailure } from "@/components/page/load-failure";
import type { Actor } from "@/lib/core/access";
import { openIncidents } from "@/lib/registry/incident/queries";
import { load } from "@/lib/web/load";

/** What is going wrong right now, for everybody. */
export async function IncidentsNow({ actor }: { actor: Actor }) {
  const found = await load(openIncidents(actor));
  return found.ok ? <OpenIncidents {...found.data} /> : <LoadFailure failure={found.failure} retryHref="/" />;
}
