import { FreezeNotice } from "@/components/overview/freeze-notice";
import { LoadFailure } from "@/components/page/load-failure";
import type { Actor } from "@/lib/core/access";
import { freezesInForce } from "@/lib/registry/calendar/upcoming";
import { load } from "@/lib/web/load";

export async function FreezesNow({ actor }: { actor: Actor }) {
  const found = await load(freezesInForce(actor));
  return found.ok ? <FreezeNotice {...found.data} /> : <LoadFailure failure={found.failure} retryHref="/" />;
}
