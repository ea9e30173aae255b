import { LoadFailure } from "@/components/page/load-failure";
import { type ExpiryGroup, WaiverOutlookView } from "@/components/readiness/waiver-outlook";
import { waiverOutlook } from "@/lib/registry/readiness/queries";
import { load } from "@/lib/web/load";
import { hrefOf } from "@/lib/web/search-params";
import { READINESS_PATH, scopeOf } from "../query";
import type { PartProps } from "./part";

const STATES: Record<ExpiryGroup, string> = { week: "expiring", month: "expiring-month", later: "expiring-later" };

/** What is accepted for now, by how long. */
export async function WaiversPart({ actor, query }: PartProps) {
  const found = await load(waiverOutlook(actor, scopeOf(query)));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={READINESS_PATH} />;
  const { service, environment } = query;
  if (found.data.groups.every(({ count }) => count === 0)) return <p className="text-muted">No waiver is in force.</p>;
  return (
    <WaiverOutlookView
      outlook={found.data}
      hrefOf={(group) => hrefOf("/waivers", { view: "active", state: STATES[group], service, environment })}
    />
  );
}
